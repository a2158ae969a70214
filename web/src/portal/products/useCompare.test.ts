/** At most four, of one kind. */
import { expect, it } from "vitest";
import { type Chosen, parse, toggled } from "./useCompare";

const loan = (id: string): Chosen => ({ id, name: id, kind: "debt" });

it("adds, removes and stops at four", () => {
  const four = ["a", "b", "c", "d"].map(loan);
  expect(toggled([loan("a")], loan("b"))).toEqual([loan("a"), loan("b")]);
  expect(toggled(four, loan("b"))).toHaveLength(3);
  expect(toggled(four, loan("e"))).toEqual(four);
  expect(toggled(four, { id: "f", name: "f", kind: "equity" })).toEqual([
    { id: "f", name: "f", kind: "equity" },
  ]);
});

it("reads only what it wrote", () => {
  expect(parse("nonsense")).toEqual([]);
  expect(parse('[{"id":"a"},{"id":"b","name":"b","kind":"debt"}]')).toEqual([loan("b")]);
});
