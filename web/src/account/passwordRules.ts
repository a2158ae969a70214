/** The password rules that can be judged while typing; the server also knows a list of common passwords. */
import type { Rule } from "antd/es/form";
import { PasswordIn } from "@/api/limits.gen";

const LEAST = PasswordIn.new.min;

export type PasswordContext = { login?: string; organization?: string; mobile?: string };

export type PasswordHint = { key: string; text: string; met: boolean };

export function passwordHints(
  password: string,
  { login, organization, mobile }: PasswordContext,
): PasswordHint[] {
  const lower = password.toLowerCase();
  const contains = (word: string | undefined) =>
    !!word && word.length >= 3 && lower.includes(word.toLowerCase());
  return [
    { key: "length", text: `至少 ${LEAST} 个字符`, met: [...password].length >= LEAST },
    {
      key: "context",
      text: "不包含登录名、单位名称或手机号码",
      met: password !== "" && ![login, organization, mobile].some((word) => contains(word?.trim())),
    },
    { key: "repeat", text: "不是同一字符的重复或简单的连续数字", met: password !== "" && !isTrivial(lower) },
  ];
}

function isTrivial(password: string): boolean {
  const kinds = new Set(password).size;
  return kinds < 5 || "01234567890123456789".includes(password) || "98765432109876543210".includes(password);
}

export const passwordRule = (context: PasswordContext): Rule => ({
  validator: async (_, value: string | undefined) => {
    const failed = value ? passwordHints(value, context).find((hint) => !hint.met) : undefined;
    if (failed) throw new Error(`密码须满足：${failed.text}`);
  },
});
