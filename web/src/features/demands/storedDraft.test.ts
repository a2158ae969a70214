/** Unsent typing comes back, but never over newer saved data. */
import { expect, it } from "vitest";
import type { DemandView } from "@/api/types";
import { saveDraft } from "@/lib/draft";
import { EMPTY_DEMAND } from "./demandDraft";
import { draftName, startValues } from "./storedDraft";

const demand = (version: number) =>
  ({ ...EMPTY_DEMAND, id: "d1", version, use_text: "已保存" }) as unknown as DemandView;
const typed = { ...EMPTY_DEMAND, use_text: "还没有保存" };

it("starts empty, or with what was saved", () => {
  expect(startValues(null)).toEqual({ values: EMPTY_DEMAND, restored: false });
  expect(startValues(demand(1)).values.use_text).toBe("已保存");
});

it("restores what was typed on the same version", () => {
  saveDraft(draftName("d1"), { version: 2, values: typed });
  expect(startValues(demand(2))).toEqual({ values: typed, restored: true });
  expect(startValues(demand(3)).restored).toBe(false);
});

it("restores a demand that never reached the server", () => {
  saveDraft(draftName(null), { version: null, values: typed });
  expect(startValues(null).values.use_text).toBe("还没有保存");
});
