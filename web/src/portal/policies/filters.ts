/** Filters of the public list of policies: what stands in the address, and what the server is asked. */
import type { PoliciesQuery } from "@/api/policies";
import { options } from "@/labels/label";
import { POLICY_CLASS, POLICY_LEVEL, POLICY_MODE } from "@/labels/policies";

export const POLICY_FILTERS = [
  { name: "level", label: "政策级别", choices: options(POLICY_LEVEL) },
  { name: "class", label: "事项类别", choices: options(POLICY_CLASS) },
  { name: "mode", label: "办理方式", choices: options(POLICY_MODE) },
  { name: "open", label: "办理状态", choices: [{ value: "true", label: "正在办理" }] },
] as const;

/** What the address asks for; values that nobody offers are left out. */
export function toPoliciesQuery(values: Record<string, string>): PoliciesQuery {
  const known = POLICY_FILTERS.flatMap(({ name, choices }) => {
    const value = choices.find((choice) => choice.value === values[name])?.value;
    return value ? [[name, name === "open" ? true : value]] : [];
  });
  return { ...Object.fromEntries(known), ...(values.q ? { q: values.q } : {}) };
}
