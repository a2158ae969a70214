/** Where a value of a match is filled in or changed. Pure. */
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";

type Value = Pick<Schema<"PolicyMatchValue">, "field" | "source">;

/** Steps of the profile by the fields that they ask for; the others stand in the first. */
const STEP: Record<string, string> = {
  section: "business",
  size: "business",
  staff: "business",
  rd_staff: "business",
  tax_grade: "finance",
  first_loan: "finance",
};

const step = (key: string) => `${paths.enterprise.profile}?edit=1&step=${key}`;

export function mendPath({ field, source }: Value): string {
  if (source === "score") return paths.enterprise.score;
  if (source === "trades") return paths.enterprise.loans;
  if (source === "titles") return step("innovation");
  if (source === "risks") return step("materials");
  if (typeof source === "object") return step("finance");
  return step(STEP[field] ?? "basic");
}

/** What the link says: what only the platform counts is looked at, not mended. */
export function mendText({ source, value }: Pick<Schema<"PolicyMatchValue">, "source" | "value">): string {
  if (source === "score" || source === "trades") return "查看";
  return value === null ? "去补充" : "更正";
}
