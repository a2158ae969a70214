/** The identity number (公民身份号码, GB 11643); `kernel/src/identity.rs` has the same. */

import { isPlace, PROVINCE } from "./places";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A day of the calendar between 1900 and today, as eight digits. */
function isBirthday(digits: string, today: Date): boolean {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const read = new Date(`${day}T00:00:00Z`);
  return (
    !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) && day >= "1900" && read <= today
  );
}

/** What is wrong with an identity number, or null; `number` is plain already. */
export function identityProblem(number: string, today = new Date()): string | null {
  if (!/^\d{17}[\dX]$/.test(number)) return "请填写 18 位身份证号";
  const place = number.slice(0, 6);
  // Permits of residence: of Taiwan residents, and of foreigners (9, the province, the nationality).
  const permit = place === "830000" || (place.startsWith("9") && PROVINCE.test(place.slice(1)));
  if (!isPlace(place) && !permit) return "身份证号前 6 位（地区）不正确，请核对";
  if (!isBirthday(number.slice(6, 14), today)) return "身份证号第 7 至 14 位（出生日期）不正确，请核对";
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return "10X98765432"[sum % 11] === number[17] ? null : "身份证号最后一位（校验码）不正确，请核对";
}
