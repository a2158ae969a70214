/** Rules of texts, with the lengths from the API document. */

/** So many characters, blanks around them not counted. */
export const atLeast = (min: number, unit: "个字" | "个字符" = "个字") => ({
  min,
  message: `至少 ${min} ${unit}`,
  transform: (value?: string) => value?.trim(),
});
