/** Unsent typing comes back, but never over newer saved data. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { draftName, startValues } from "@/api/useDraftSave";
import { saveDraft } from "@/lib/draft";
import { EMPTY_DEMAND } from "./demandDraft";
import { DEMAND_KIND } from "./demandKind";

const demand = (version: number) =>
  ({ ...EMPTY_DEMAND, id: "d1", version, use_text: "已保存" }) as unknown as Schema<"DemandView">;
const typed = { ...EMPTY_DEMAND, use_text: "还没有保存" };

it("starts empty, or with what was saved", () => {
  expect(startValues(DEMAND_KIND, null)).toEqual({ values: EMPTY_DEMAND, restored: false });
  expect(startValues(DEMAND_KIND, demand(1)).values.use_text).toBe("已保存");
});

it("restores what was typed on the same version", () => {
  saveDraft(draftName(DEMAND_KIND, "d1"), { version: 2, values: typed });
  expect(startValues(DEMAND_KIND, demand(2))).toEqual({ values: typed, restored: true });
  expect(startValues(DEMAND_KIND, demand(3)).restored).toBe(false);
});

it("restores a demand that never reached the server", () => {
  saveDraft(draftName(DEMAND_KIND, null), { version: null, values: typed });
  expect(startValues(DEMAND_KIND, null).values.use_text).toBe("还没有保存");
});
