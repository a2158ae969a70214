/** Every order that the server calls live has exactly one place on the board. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { LIVE_ORDER_STATES } from "@/labels/finance";
import { BOARD, byDue, columnOf, MOVES } from "./board";

it("covers the live states once, in five columns", () => {
  const states = BOARD.flatMap((column) => column.states);
  expect(BOARD).toHaveLength(5);
  expect(new Set(states).size).toBe(states.length);
  expect([...states].sort()).toEqual([...LIVE_ORDER_STATES].sort());
  expect(columnOf("closed")).toBeUndefined();
});

it("moves by a step only to the next column", () => {
  const keys = BOARD.map(({ key }) => key);
  expect(Object.values(MOVES)).toEqual(keys.slice(1));
});

it("puts on top what is due next, then what has waited longest", () => {
  const order = (id: string, days: number | null, updated_at = "2026-11-20T00:00:00Z") => ({
    id,
    updated_at,
    due: days === null ? null : ({ at: "", days_left: days } as Schema<"Due">),
  });
  const orders = [order("a", null), order("b", 3), order("c", null, "2026-11-02T00:00:00Z"), order("d", -1)];
  expect([...orders].sort(byDue).map(({ id }) => id)).toEqual(["d", "b", "c", "a"]);
});
