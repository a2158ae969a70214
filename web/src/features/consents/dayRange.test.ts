/** A day of the filter is a whole day in Shanghai; nonsense is no filter. */
import { expect, it } from "vitest";
import { dayRange } from "./dayRange";

it("covers whole days", () => {
  expect(dayRange("2026-11-23", "2026-11-23")).toEqual({
    from: "2026-11-22T16:00:00.000Z",
    until: "2026-11-23T16:00:00.000Z",
  });
  expect(dayRange(undefined, undefined)).toEqual({});
  expect(dayRange("x", "2026-13-45")).toEqual({});
});
