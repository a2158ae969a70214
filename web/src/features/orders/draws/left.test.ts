import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { hasDraws, leftToDraw, type PaidOrder, toConfirm } from "./left";

const draw = (amount: number, state: Parameters<typeof leftToDraw>[2][number]["state"]) => ({
  amount,
  state,
});

it.each([
  { what: "before the first is opened", draws: [], drawn: 40, left: 60 },
  { what: "one runs", draws: [draw(40, "running")], drawn: 40, left: 60 },
  {
    what: "one waits for the enterprise",
    draws: [draw(40, "settled"), draw(25, "recorded")],
    drawn: 65,
    left: 35,
  },
  {
    what: "what was taken back counts for nothing",
    draws: [draw(40, "running"), draw(25, "rejected"), draw(30, "withdrawn")],
    drawn: 40,
    left: 60,
  },
  { what: "all is drawn", draws: [draw(40, "running"), draw(60, "running")], drawn: 100, left: 0 },
])("$what: $left left", ({ draws, drawn, left }) => {
  expect(leftToDraw(100, 40, draws)).toEqual({ granted: 100, drawn, left });
});

it("asks for the oldest draw that may be confirmed, and for none where nothing waits", () => {
  const one = (id: string, actions: string[]) => ({ id, actions }) as unknown as Schema<"DrawView">;
  expect(toConfirm([one("a", []), one("b", ["confirm", "reject"]), one("c", ["confirm"])])?.id).toBe("b");
  expect(toConfirm([one("a", ["reject"])])).toBeUndefined();
  expect(toConfirm(undefined)).toBeUndefined();
});

it("looks for draws only under a loan that was paid out", () => {
  const order = { id: "o", kind: "debt", state: "closed", disbursement: {} } as PaidOrder;
  expect(hasDraws(order)).toBe(true);
  expect(hasDraws({ ...order, state: "disbursed" })).toBe(false);
  expect(hasDraws({ ...order, kind: "equity" })).toBe(false);
  expect(hasDraws({ ...order, disbursement: null })).toBe(false);
});
