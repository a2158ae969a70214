import { expect, test } from "vitest";
import { toPoliciesQuery } from "./filters";

test("only values that are offered are asked for", () => {
  expect(toPoliciesQuery({ level: "city", class: "nothing", open: "true", q: "贴息" })).toEqual({
    level: "city",
    open: true,
    q: "贴息",
  });
  expect(toPoliciesQuery({ open: "false" })).toEqual({});
});
