/** What the operator asks to be corrected, all at once. */
import type { Schema } from "@/api/types";
import { fieldText } from "@/labels/fields";

export function Defects({ defects }: { defects: readonly Schema<"Defect">[] }) {
  if (defects.length === 0) return null;
  return (
    <div className="notice tone-warn form-note">
      <strong>请补正以下 {defects.length} 项后重新提交</strong>
      <ul className="defect-list">
        {defects.map((defect) => (
          <li key={`${defect.field}-${defect.message}`}>
            {fieldText(defect.field)}：{defect.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
