/** Units as a tree: in the order in which it is read, each with its depth. */
import type { Schema } from "@/api/types";

/** As deep as the server allows, the organisation itself counted. */
export const DEEPEST = 4;

export type UnitLine = Schema<"UnitView"> & { depth: number };

/** Open units from the organisation itself downwards. */
export function unitLines(units: readonly Schema<"UnitView">[]): UnitLine[] {
  const below = (parent: string | null, depth: number): UnitLine[] =>
    units
      .filter((unit) => unit.parent_id === parent && !unit.closed)
      .flatMap((unit) => [{ ...unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 1);
}

/** For a select: the tree as indented lines. */
export const unitOptions = (units: readonly Schema<"UnitView">[]) =>
  unitLines(units).map((unit) => ({ value: unit.id, label: `${"　".repeat(unit.depth - 1)}${unit.name}` }));

export const unitName = (units: readonly Schema<"UnitView">[], id: string) =>
  units.find((unit) => unit.id === id)?.name ?? "—";
