/** The login must never be usable to send somebody to another site. */
import { expect, it } from "vitest";
import { homeOf, paths, safeNext } from "./paths";

it("accepts only local targets after the login", () => {
  expect(safeNext("/enterprise/orders?page=2")).toBe("/enterprise/orders?page=2");
  expect(safeNext("/agreements/privacy")).toBe("/agreements/privacy");
  for (const bad of [
    null,
    "",
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/login?next=/",
    "/agreements",
    "/agreements?next=/",
    "evil",
  ]) {
    expect(safeNext(bad)).toBeNull();
  }
});

it("sends everybody to the own centre, and waiting organisations to their registration", () => {
  expect(homeOf({ role: "supervisor", organization: { state: "active" } })).toBe("/government");
  expect(homeOf({ role: "enterprise", organization: { state: "returned" } })).toBe("/registration");
  expect(paths.enterprise.editDemand("a/b")).toBe("/enterprise/demands/a%2Fb/edit");
});
