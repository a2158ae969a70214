/** What the pictures of the workload count. */
import { describe, expect, it } from "vitest";
import { reachedSteps } from "./reached";
import { loadOf } from "./WorkloadCharts";

type Order = Parameters<typeof reachedSteps>[0][number];

const order = (done: Partial<Record<keyof Order, unknown>>) =>
  ({ offer: null, contacted_at: null, decision: null, disbursement: null, equity: null, ...done }) as Order;

describe("how far orders came", () => {
  it("counts an order in every step up to its furthest", () => {
    const steps = reachedSteps([
      order({}),
      order({ offer: {} }),
      // A direct application has no offer before the decision.
      order({ contacted_at: "2026-11-01T00:00:00Z", decision: {} }),
      order({ equity: { offer: {}, term_sheet: {}, tranches: [{}] } }),
    ]);
    expect(steps.map(({ value }) => value)).toEqual([4, 3, 2, 2, 1]);
  });
});

describe("an officer's load", () => {
  it("tells whose turn it is", () => {
    const by_state = [
      { state: "due_diligence" as const, count: 2, ours: 1 },
      { state: "offered" as const, count: 1, ours: 0 },
      { state: "invited" as const, count: 4, ours: 4 },
    ];
    expect([loadOf({ by_state }, true), loadOf({ by_state }, false)]).toEqual([5, 2]);
  });
});
