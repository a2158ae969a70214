import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { MATCH_PART } from "@/labels/matching";

export const settingsQuery = readQuery("matching", "/operator/matching/settings");

export const sharesQuery = readQuery("matching", "/operator/matching/shares");

export const PARTS = Object.keys(MATCH_PART) as Schema<"MatchPart">[];

/** As typed: a field may be empty. */
export type Typed = {
  weights: Record<Schema<"MatchPart">, number | null>;
  share_cap: number | null;
  lead: number | null;
  network: {
    half_life: number | null;
    rule: "evaluation" | "hybrid";
    /** Counts where the rule is the hybrid. */
    lambda: number | null;
  };
};

/** λ to begin with, thousandths: what the literature found best. */
const LAMBDA = 200;

/** What the form begins with. */
export const typedOf = ({ network: { half_life, lambda }, ...settings }: Schema<"MatchSettings">): Typed => ({
  ...settings,
  network: { half_life, rule: lambda === null ? "evaluation" : "hybrid", lambda: lambda ?? LAMBDA },
});

export const sumOf = ({ weights }: Typed) => PARTS.reduce((sum, part) => sum + (weights[part] ?? 0), 0);

/** Null while something is missing or the weights don't sum to 100. */
export function complete(typed: Typed): Schema<"MatchSettings"> | null {
  const { share_cap, lead, network } = typed;
  const { half_life, rule } = network;
  const lambda = rule === "hybrid" ? network.lambda : null;
  const missing = PARTS.some((part) => typed.weights[part] === null || typed.weights[part] === undefined);
  if (
    missing ||
    share_cap === null ||
    lead === null ||
    half_life === null ||
    (rule === "hybrid" && lambda === null) ||
    sumOf(typed) !== 100
  )
    return null;
  return {
    weights: typed.weights as Schema<"MatchSettings">["weights"],
    share_cap,
    lead,
    network: { half_life, lambda },
  };
}

/** Does what was tried say something about what is typed now? */
export const same = (a: Schema<"MatchSettings">, b: Schema<"MatchSettings"> | null) =>
  b !== null &&
  a.share_cap === b.share_cap &&
  a.lead === b.lead &&
  a.network.half_life === b.network.half_life &&
  a.network.lambda === b.network.lambda &&
  PARTS.every((part) => a.weights[part] === b.weights[part]);
