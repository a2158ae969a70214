/** What the operator asks to be corrected, all at once. */
import type { Schema } from "@/api/types";
import { type FieldsOf, fieldText } from "@/labels/fields";

type Props = { of: FieldsOf; defects: readonly Schema<"Defect">[] };

export const DefectList = ({ of, defects }: Props) => (
  <ul className="defect-list">
    {defects.map((defect) => (
      <li key={`${defect.field}-${defect.message}`}>
        {fieldText(defect.field, of)}：{defect.message}
      </li>
    ))}
  </ul>
);

export function Defects({ of, defects }: Props) {
  if (defects.length === 0) return null;
  return (
    <div className="notice tone-warn form-note">
      <strong>请补正以下 {defects.length} 项后重新提交</strong>
      <DefectList of={of} defects={defects} />
    </div>
  );
}
