/** What is wrong with which field, by the words of the field. */
import type { Problem } from "@/api/problem";
import { type FieldsOf, fieldText } from "@/labels/fields";

export function FieldProblems({ errors, of }: { errors: Problem["errors"]; of?: FieldsOf }) {
  return (
    <ul>
      {errors.map((error) => (
        <li key={`${error.field}-${error.message}`}>
          {fieldText(error.field, of)}：{error.message}
        </li>
      ))}
    </ul>
  );
}
