/** The first sheet of an Excel workbook as lines of text, so that a person sees and corrects what will be sent. */

/** What the reader gives; its types say of days that they are their constructor. */
type Cell = unknown;

/** What two bytes at its beginning say: an .xlsx file is a ZIP archive. */
export const isWorkbook = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function text(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  // A day has no time of day, and Excel's days no time zone.
  const plain = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
  return /["\n\r,\t]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Rows as CSV; empty ones are kept, so that line numbers stay those of the sheet. */
export const linesOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => row.map(text).join(",")).join("\n");

/** Null where it cannot be read. The reader is loaded only when somebody picks a workbook. */
export async function textOfWorkbook(bytes: ArrayBuffer): Promise<string | null> {
  try {
    const { readSheet } = await import("read-excel-file/universal");
    return linesOf(await readSheet(bytes));
  } catch {
    return null;
  }
}
