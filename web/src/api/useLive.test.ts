/** Topics make the right queries stale. */
import { expect, it } from "vitest";
import { staleKeys } from "./useLive";

it("knows what a topic is shown by", () => {
  expect(staleKeys("messages")).toEqual([["messages"]]);
  expect(staleKeys("ratings,messages")).toEqual([["ratings"], ["orders"], ["points"], ["messages"]]);
});

it("looks at everything when it does not know", () => {
  expect(staleKeys("all")).toBe("all");
  expect(staleKeys("messages,news")).toBe("all");
});
