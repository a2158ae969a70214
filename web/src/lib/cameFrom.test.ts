import { expect, it } from "vitest";
import { cameFrom, from } from "./cameFrom";

it("tells where a link came from, and nothing of other states", () => {
  const back = { to: "/government/applications/a", label: "申请" };
  expect(cameFrom(from(back))).toEqual(back);
  for (const other of [null, undefined, "x", {}, { from: null }, { from: { to: "/a" } }])
    expect(cameFrom(other)).toBeUndefined();
});
