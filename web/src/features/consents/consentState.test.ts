/** A consent is active, revoked or expired; a revoked one never counts as expired. */
import { expect, it } from "vitest";
import { consentState } from "./consentState";

it("tells active, revoked and expired apart", () => {
  expect(consentState({ active: true, revoked_at: null }).text).toBe("有效");
  expect(consentState({ active: false, revoked_at: "2026-11-01T00:00:00Z" }).text).toBe("已撤回");
  expect(consentState({ active: false, revoked_at: null }).text).toBe("已到期");
});
