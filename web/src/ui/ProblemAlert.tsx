/** What went wrong with a write, near the button that was pressed; announced to screen readers. */
import type { Problem } from "@/api/problem";
import { fieldText } from "@/labels/fields";
import type { FormProblem } from "./applyProblem";

type Props = { problem: Problem | FormProblem | null | undefined };

export function ProblemAlert({ problem }: Props) {
  if (!problem) return null;
  return (
    <div className="problem-alert" role="alert">
      <p>{problem.detail}</p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={`${error.field}-${error.message}`}>
              {fieldText(error.field)}：{error.message}
            </li>
          ))}
        </ul>
      )}
      {problem.requestId && problem.status >= 500 && <p className="request-id">编号 {problem.requestId}</p>}
    </div>
  );
}
