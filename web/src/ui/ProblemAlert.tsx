/** What went wrong with a write, near the button that was pressed; announced to screen readers. */
import type { Problem } from "@/api/problem";
import type { FieldsOf } from "@/labels/fields";
import type { FormProblem } from "./applyProblem";
import { lazyPart } from "./lazyPart";

/** The words of all fields come when something is wrong with one. */
const FieldProblems = lazyPart(() => import("./FieldProblems").then((m) => m.FieldProblems));

type Props = {
  problem: Problem | FormProblem | null | undefined;
  /** Of what the fields are, where several have one of that name. */
  of?: FieldsOf;
};

export function ProblemAlert({ problem, of }: Props) {
  if (!problem) return null;
  return (
    <div className="problem-alert" role="alert">
      <p>{problem.detail}</p>
      {problem.errors.length > 0 && <FieldProblems errors={problem.errors} of={of} />}
      {problem.requestId && problem.status >= 500 && <p className="request-id">编号 {problem.requestId}</p>}
    </div>
  );
}
