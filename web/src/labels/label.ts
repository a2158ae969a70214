/** What a label is, and how label maps become select options. Maps are exhaustive: a new server value is a compile error. */

export type Tone = "info" | "ok" | "warn" | "err" | "neutral" | "purple";

export type Label = { text: string; tone: Tone };

export type Labels<T extends string> = Record<T, Label>;

/** Text maps for enums that never need a tone. */
export type Texts<T extends string> = Record<T, string>;

/** For Select, Radio and Checkbox groups, in the order of the map. */
export function options<T extends string>(map: Labels<T> | Texts<T>): { value: T; label: string }[] {
  return (Object.entries(map) as [T, Label | string][]).map(([value, label]) => ({
    value,
    label: typeof label === "string" ? label : label.text,
  }));
}

/** Several values in words: `信用、抵押`; — for none. */
export function joinTexts<T extends string>(map: Texts<T>, values: readonly T[] | null | undefined): string {
  return values && values.length > 0 ? values.map((value) => map[value] ?? value).join("、") : "—";
}

/** One optional value in words; — for missing. */
export function textOf<T extends string>(map: Texts<T>, value: T | null | undefined): string {
  return value ? (map[value] ?? value) : "—";
}
