/** Rules of texts, with the lengths from the API document. */
import { parseWhole } from "@/lib/money";
import { plainMobile } from "@/lib/typed";

/** Nothing is fine; what is there has to have no problem. */
export const rule = (problem: (text: string) => string | null) => ({
  validator: async (_rule: unknown, value?: string | null) => {
    const said = value?.trim() ? problem(value) : null;
    if (said !== null) throw new Error(said);
  },
});

/** However grouped, with or without the country's prefix. */
export const MOBILE = rule((text) =>
  /^1[3-9]\d{9}$/.test(plainMobile(text)) ? null : "请填写 11 位手机号码",
);

/** A whole number between two, both included. */
export const between = (min: number, max: number) => ({
  type: "number" as const,
  min,
  max,
  message: `请填写 ${min} 至 ${max} 之间的整数`,
});

/** A count as text, as in the profile's rows. */
export const DIGITS = rule((text) => (parseWhole(text, 7) === null ? "请填写整数" : null));

/** So many characters, blanks around them not counted. */
export const atLeast = (min: number, unit: "个字" | "个字符" = "个字") => ({
  min,
  message: `至少 ${min} ${unit}`,
  transform: (value?: string) => value?.trim(),
});
