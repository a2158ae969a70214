/** What is wrong with which field, by the words of the field. */
import type { Problem } from "@/api/problem";
import { fieldText } from "@/labels/fields";

export function FieldProblems({ errors }: { errors: Problem["errors"] }) {
  return (
    <ul>
      {errors.map((error) => (
        <li key={`${error.field}-${error.message}`}>
          {fieldText(error.field)}：{error.message}
        </li>
      ))}
    </ul>
  );
}
