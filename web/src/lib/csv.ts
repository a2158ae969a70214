/** Lists as CSV that office programs open: quoted where needed, and no cell is taken for a formula. */

/** What office programs take for the beginning of a formula, in full width too. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?%?$/;

/** One cell: what looks like a formula is kept as text. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A sheet with headings. The mark at its beginning says that it is UTF-8. */
export const csvSheet = (headings: readonly string[], rows: readonly (readonly string[])[]) =>
  `\u{feff}${[headings, ...rows].map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;

/** Hands a file to the browser to keep. */
export function saveText(name: string, text: string, type = "text/csv;charset=utf-8"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
