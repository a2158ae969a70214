/** What has to be corrected, by the words of each field. */
import type { Schema } from "@/api/types";
import { type FieldsOf, fieldText } from "@/labels/fields";

export type DefectProps = { of: FieldsOf; defects: readonly Schema<"Defect">[] };

export const DefectList = ({ of, defects }: DefectProps) => (
  <ul className="defect-list">
    {defects.map((defect) => (
      <li key={`${defect.field}-${defect.message}`}>
        {fieldText(defect.field, of)}：{defect.message}
      </li>
    ))}
  </ul>
);
