/** The time that people train with. */
import { afterEach, expect, it } from "vitest";
import { now, tellTime } from "./now";

afterEach(() => tellTime(null, 0));

it("is the device's own where nobody trains, and ahead of it where they do", () => {
  const device = Date.now();
  expect(now().getTime() - device).toBeLessThan(1_000);
  tellTime(new Date(device + 86_400_000).toISOString(), device);
  expect(Math.round((now().getTime() - Date.now()) / 3_600_000)).toBe(24);
  // A device whose clock is ahead of the server's stays with its own.
  tellTime(new Date(device - 60_000).toISOString(), device);
  expect(now().getTime() - Date.now()).toBeLessThan(1_000);
});
