/** What has to be written down. */
import { expect, it } from "vitest";
import { isWanting } from "./answers";

it("asks for the words of who is not satisfied", () => {
  expect(isWanting(undefined)).toBe(false);
  expect(isWanting({ as_told: "satisfied", service: "fair" })).toBe(false);
  expect(isWanting({ as_told: "satisfied", need: "dissatisfied" })).toBe(true);
});
