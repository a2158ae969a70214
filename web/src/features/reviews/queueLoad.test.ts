/** What waits, by kind and by what is left. */
import { expect, it } from "vitest";
import { queueLoad } from "./queueLoad";

it("counts each kind by how much time is left, the fullest kind first", () => {
  const item = (kind: "demand" | "product", days_left: number | null) => ({
    kind,
    kind_text: kind === "demand" ? "融资需求" : "金融产品",
    due: days_left === null ? null : { at: "2026-11-30T09:00:00Z", days_left },
  });
  expect(
    queueLoad([item("product", -2), item("demand", 0.5), item("demand", 3), item("demand", null)]),
  ).toEqual({
    labels: ["融资需求", "金融产品"],
    overdue: [0, 1],
    soon: [1, 0],
    later: [2, 0],
  });
});
