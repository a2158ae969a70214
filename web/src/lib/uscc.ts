/**
 * 统一社会信用代码 (GB 32100-2015) with both check digits: the 18th over the whole code, and the 17th, which is the check of the
 * organisation code in positions 9–17 (GB 11714). Says in words what is wrong, so that a typing mistake is found quickly.
 */

import { isPlace } from "./places";
import { plainRegistered } from "./typed";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Who registers (position 1), and which kinds that office knows (position 2). */
const KIND = /^(?:[159N][1239]|3[123459]|[67][129]|[248A][19]|Y1)/;

/** Fuzhou and Xiamen gave out codes with a last character of their own in 2015 and 2016, organisation code M…. */
const PILOTS = /^..350[12]..M/;

export type UsccCheck =
  /** `deviates`: position 18 is not the computed one, as in codes of the pilots; to be confirmed. */
  | { ok: true; value: string; deviates: boolean }
  | {
      ok: false;
      problem: "empty" | "length" | "character" | "kind" | "region" | "organization" | "check";
      message: string;
    };

/** Position 18. */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(first17.charAt(index)),
    0,
  );
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Position 17: here letters count A=10 … Z=35 without gaps, unlike in position 18. */
export function organizationCheckCharacter(chars9to16: string): string {
  const sum = ORG_WEIGHTS.reduce(
    (total, weight, index) => total + weight * parseInt(chars9to16.charAt(index), 36),
    0,
  );
  const rest = 11 - (sum % 11);
  if (rest === 10) return "X";
  return rest === 11 ? "0" : String(rest);
}

export function checkUscc(text: string): UsccCheck {
  const code = plainRegistered(text);
  if (code === "") return { ok: false, problem: "empty", message: "请填写统一社会信用代码" };
  const strange = [...code].find((character) => !ALPHABET.includes(character));
  if (strange !== undefined) {
    const hint = "IOSVZ".includes(strange)
      ? "代码中不使用字母 I、O、S、V、Z，请核对是否为数字 1、0、5、2"
      : "只能是数字和大写字母";
    return {
      ok: false,
      problem: "character",
      message: `第 ${code.indexOf(strange) + 1} 位“${strange}”有误：${hint}`,
    };
  }
  if (code.length !== 18) {
    return { ok: false, problem: "length", message: `应为 18 位，现在是 ${code.length} 位` };
  }
  if (!/^\d{6}$/.test(code.slice(2, 8))) {
    return { ok: false, problem: "region", message: "第 3 至 8 位是行政区划代码，应全部为数字" };
  }
  if (!KIND.test(code)) {
    return {
      ok: false,
      problem: "kind",
      message: "第 1 至 2 位（登记管理部门和机构类别）有误，请对照营业执照检查",
    };
  }
  // 100000 is the state's own registry.
  if (!isPlace(code.slice(2, 8)) && code.slice(2, 8) !== "100000") {
    return { ok: false, problem: "region", message: "第 3 至 8 位（行政区划代码）有误，请对照营业执照检查" };
  }
  const organization = organizationCheckCharacter(code.slice(8, 16));
  if (code.charAt(16) !== organization) {
    return {
      ok: false,
      problem: "organization",
      message: "第 17 位（主体标识码的校验位）与第 9 至 16 位不符，请对照营业执照检查这几位",
    };
  }
  const deviates = code.charAt(17) !== checkCharacter(code.slice(0, 17));
  if (deviates && !PILOTS.test(code)) {
    return {
      ok: false,
      problem: "check",
      message: "第 18 位（校验码）与前 17 位不符，请对照营业执照逐位检查",
    };
  }
  return { ok: true, value: code, deviates };
}
