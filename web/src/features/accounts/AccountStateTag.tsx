/** Whether somebody can log in with an account, in words. */
import type { Schema } from "@/api/types";
import { ACCOUNT_STATE } from "@/labels/accounts";
import { ORG_STATE } from "@/labels/organizations";
import { StatusTag } from "@/ui/StatusTag";

/** The account's own state; that of its organisation where nobody of it can log in. */
export function AccountStateTag({ account }: { account: Schema<"ManagedAccount"> }) {
  if (account.state === "active" && account.org_state === "suspended")
    return <StatusTag tone="warn">{`单位${ORG_STATE.suspended.text}`}</StatusTag>;
  return <StatusTag label={ACCOUNT_STATE[account.state]} />;
}
