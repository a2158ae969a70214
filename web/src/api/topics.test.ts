/** Topics make the right queries stale. */
import { expect, it } from "vitest";
import { staleRoots } from "./topics";

it("knows what a topic is shown by", () => {
  expect(staleRoots(["messages"])).toEqual(["messages"]);
  expect(staleRoots(["ratings", "messages"])).toEqual(["orders", "points", "reviews", "messages"]);
});

it("looks at everything when it does not know", () => {
  expect(staleRoots(["all"])).toBe("all");
  expect(staleRoots(["messages", "news"])).toBe("all");
});
