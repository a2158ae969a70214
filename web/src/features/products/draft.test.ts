/** The wizard sends what the server knows, of one kind only. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { belongs, EMPTY_PRODUCT, STEPS, toContent } from "./draft";

it("leaves out what belongs to the other kind and what is empty", () => {
  const typed = {
    name: "科创贷",
    rate_min: 345,
    stages: ["a"],
    risk_pool_name: "",
    fees: [{}],
  } as unknown as Partial<Schema<"ProductContent">>;
  const debt = toContent(typed);
  expect(debt).toEqual({ ...EMPTY_PRODUCT, name: "科创贷", rate_min: 345 });
  expect(toContent({ ...typed, kind: "equity" })).toEqual({
    ...EMPTY_PRODUCT,
    kind: "equity",
    name: "科创贷",
    stages: ["a"],
  });
});

it("asks for every field of a kind once", () => {
  for (const kind of ["debt", "equity"] as const) {
    const asked = STEPS[kind].flatMap((step) => step.fields);
    const wanted = (Object.keys(EMPTY_PRODUCT) as (keyof Schema<"ProductContent">)[]).filter(
      (field) => field !== "kind" && belongs(field, kind),
    );
    expect([...asked].sort()).toEqual([...wanted].sort());
  }
});
