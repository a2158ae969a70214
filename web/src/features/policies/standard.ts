/** How much is paid, as it is edited. Pure. */
import type { Schema } from "@/api/types";

export type Standard = Schema<"PolicyStandard">;
export type Tier = Schema<"PolicyTier">;
export type Tiers = Schema<"PolicyTiers">;
export type Way = "none" | "formula" | "tiers";

export const wayOf = (standard: Standard | null | undefined): Way =>
  !standard ? "none" : "formula" in standard.method ? "formula" : "tiers";

export const newTier = (): Tier => ({ from: 0, pays: { rate: 0 } });

/** Another way to compute; cap, floor and rounding stay. */
export function withWay(standard: Standard | null | undefined, way: Way): Standard | null {
  if (way === "none") return null;
  const method: Standard["method"] =
    way === "formula" ? { formula: "额度 = " } : { tiers: { by: "", mode: "reached", tiers: [newTier()] } };
  return { figures: [], ...standard, method };
}

function tidyTier({ from, to, pays }: Tier): Tier {
  return { from, ...(to === undefined || to === null ? {} : { to }), pays };
}

/** Always in the same order and without blanks, so that what is the same looks the same. */
export function tidyStandard(standard: Standard | null | undefined): Standard | null {
  if (!standard) return null;
  const { figures = [], method, cap, floor, rounding } = standard;
  const tidied: Standard["method"] =
    "formula" in method
      ? { formula: method.formula }
      : {
          tiers: {
            by: method.tiers.by,
            ...(method.tiers.of ? { of: method.tiers.of } : {}),
            mode: method.tiers.mode,
            tiers: method.tiers.tiers.map(tidyTier),
          },
        };
  return {
    figures,
    method: tidied,
    ...(cap === undefined || cap === null ? {} : { cap }),
    ...(floor ? { floor: { amount: floor.amount, below: floor.below } } : {}),
    ...(rounding ? { rounding: { unit: rounding.unit, direction: rounding.direction } } : {}),
  };
}
