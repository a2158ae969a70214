/** Puts the server's field errors on the fields of an antd form; what has no field there is returned for a ProblemAlert. */
import type { FormInstance } from "antd";
import { type ErrorCode, toProblem } from "@/api/problem";
import type { Schema } from "@/api/types";

export type FormProblem = {
  status: number;
  code: ErrorCode;
  detail: string;
  requestId: string | null;
  /** Field errors that no control of the form can show. */
  errors: Schema<"FieldError">[];
};

type NamePath = (string | number)[];

/** `fees[0].name` and `fees.0.name` → ["fees", 0, "name"]. */
export function fieldPath(field: string): NamePath {
  return field
    .split(/[.[\]]+/)
    .filter((part) => part !== "")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

const same = (a: NamePath, b: NamePath) =>
  a.length === b.length && a.every((part, index) => part === b[index]);

/** The registered field for a path, or its nearest registered parent. */
function owner(known: NamePath[], path: NamePath): NamePath | undefined {
  for (let length = path.length; length > 0; length--) {
    const candidate = path.slice(0, length);
    if (known.some((name) => same(name, candidate))) return candidate;
  }
  return undefined;
}

/** Puts them on the fields without leading anywhere; `marked` are the fields that have some, the first first. */
export function markProblem(
  form: FormInstance,
  error: unknown,
): { problem: FormProblem; marked: NamePath[] } {
  const problem = toProblem(error);
  const known = form.getFieldsError().map((field) => field.name);
  const onFields = new Map<string, { name: NamePath; errors: string[] }>();
  const rest: Schema<"FieldError">[] = [];
  for (const item of problem.errors) {
    const name = owner(known, fieldPath(item.field));
    if (!name) {
      rest.push(item);
      continue;
    }
    const key = name.join(".");
    const entry = onFields.get(key) ?? { name, errors: [] };
    entry.errors.push(item.message);
    onFields.set(key, entry);
  }
  form.setFields([...onFields.values()]);
  const { status, code, detail, requestId } = problem;
  const marked = [...onFields.values()].map(({ name }) => name);
  return { problem: { status, code, detail, requestId, errors: rest }, marked };
}

export function applyProblem(form: FormInstance, error: unknown): FormProblem {
  const { problem, marked } = markProblem(form, error);
  if (marked[0]) form.scrollToField(marked[0], { block: "center", focus: true });
  return problem;
}
