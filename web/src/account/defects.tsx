/** What the operator found wrong, at the fields of the registration. */
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";

export type Defects = { defects?: Schema<"Defect">[] };

/** What the operator found wrong with this field, shown below it. */
export function extra(field: string, defects: Schema<"Defect">[] = [], hint?: string): ReactNode {
  const found = defects.filter((defect) => defect.field === field);
  if (found.length === 0) return hint;
  return <span className="field-defect">审核意见：{found.map((defect) => defect.message).join(";")}</span>;
}
