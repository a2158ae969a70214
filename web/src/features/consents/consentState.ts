/** Where a consent stands, in words. */
import type { ConsentView } from "@/api/types";
import type { Label } from "@/labels/label";

export function consentState(consent: Pick<ConsentView, "active" | "revoked_at">): Label {
  if (consent.active) return { text: "有效", tone: "ok" };
  return consent.revoked_at ? { text: "已撤回", tone: "neutral" } : { text: "已到期", tone: "neutral" };
}
