/** Every order that the server calls live has exactly one place on the board. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { LIVE_ORDER_STATES } from "@/labels/finance";
import { BOARD, boardColumns } from "./board";

const order = (id: string, state: Schema<"OrderState">, updated_at: string) =>
  ({ id, state, updated_at }) as Schema<"InstitutionOrderView">;

it("covers the live states once; a paid order only waits for the enterprise", () => {
  const states = BOARD.flatMap((column) => column.states);
  expect(new Set(states).size).toBe(states.length);
  expect([...states].sort()).toEqual([...LIVE_ORDER_STATES].sort());
});

it("puts what has waited longest on top", () => {
  const columns = boardColumns([
    order("new", "contacting", "2026-11-20T00:00:00Z"),
    order("old", "contacting", "2026-11-02T00:00:00Z"),
    order("gone", "refused", "2026-11-01T00:00:00Z"),
  ]);
  expect(columns.find((column) => column.key === "contacting")?.orders.map((item) => item.id)).toEqual([
    "old",
    "new",
  ]);
  expect(columns.flatMap((column) => column.orders)).toHaveLength(2);
});
