/** What is wrong with a draft, at the fields that it is wrong in: put there when it was refused, taken away when it was kept. */
import type { FormInstance } from "antd";
import { useEffect, useRef, useState } from "react";
import type { Problem } from "@/api/problem";
import { type FormProblem, fieldPath, markProblem } from "./applyProblem";

type Path = (string | number)[];

export function useSaveMarks(
  form: FormInstance,
  error: Problem | null | undefined,
  lead: (names: Path[]) => void,
) {
  const [problem, setProblem] = useState<FormProblem | null>(null);
  /** Somebody wants to go on: then the first bad field is led to, otherwise typing is not disturbed. */
  const leaving = useRef(false);
  const latest = useRef(lead);
  latest.current = lead;
  useEffect(() => {
    if (!error) return setProblem(null);
    const { problem: rest, marked } = markProblem(form, error);
    setProblem(rest);
    if (leaving.current) latest.current([...marked, ...rest.errors.map((one) => fieldPath(one.field))]);
    leaving.current = false;
    // A field that was wrong beside another one is right when that one was changed.
    return () => form.setFields(marked.map((name) => ({ name, errors: [] })));
  }, [error, form]);
  /** The problem with those errors that no field of the open step shows; nothing where it shows all. */
  const unseen = (fields: readonly string[]): FormProblem | null => {
    if (!error || !problem) return null;
    const errors = error.errors.filter(
      (one) => problem.errors.includes(one) || !fields.includes(String(fieldPath(one.field)[0])),
    );
    return errors.length > 0 || error.errors.length === 0 ? { ...problem, errors } : null;
  };
  return {
    unseen,
    leave: (now: boolean) => {
      leaving.current = now;
    },
  };
}
