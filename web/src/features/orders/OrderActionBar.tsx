/** What can be done with the order now as buttons; what cannot, folded away together with the reasons. */

import type { Action } from "@/ui/ActionBar";
import { ActionBar } from "@/ui/ActionBar";
import type { Blocked } from "./orderActions";

export function OrderActionBar({ allowed, blocked }: { allowed: Action[]; blocked: Blocked[] }) {
  return (
    <div className="order-actions">
      {blocked.length > 0 && (
        <details className="blocked-actions">
          <summary>暂不能进行的操作（{blocked.length} 项）及原因</summary>
          <ul>
            {blocked.map((action) => (
              <li key={action.key}>
                <strong>{action.label}</strong>：{action.why}
              </li>
            ))}
          </ul>
        </details>
      )}
      <ActionBar actions={allowed} />
    </div>
  );
}
