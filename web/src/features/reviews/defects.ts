/** The rows of what has to be corrected, while they are filled in. */
import type { Schema } from "@/api/types";

type Row = Partial<Schema<"Defect">> | undefined;

/** With a ready-made defect in the first row that says nothing yet, or in a new one; `at` is its row. */
export function withDefect(before: readonly Row[] | undefined, defect: Schema<"Defect">, most: number) {
  const rows = [...(before ?? [])];
  const same = rows.findIndex((row) => row?.field === defect.field && row.message === defect.message);
  if (same >= 0) return { rows, at: same };
  const empty = rows.findIndex((row) => !row?.field && !row?.message?.trim());
  const at = empty >= 0 ? empty : rows.length;
  if (at >= most) return { rows, at: rows.length - 1 };
  rows[at] = { ...defect };
  return { rows, at };
}
