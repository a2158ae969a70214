/** What can be done now as buttons; what cannot, folded away together with the reasons. */
import { type Action, ActionBar } from "./ActionBar";

/** An action that is not allowed now, and why. */
export type Blocked = { key: string; label: string; why: string };

type Props = {
  allowed: Action[];
  /** What is done less often, behind 更多. */
  more?: Action[];
  blocked: Blocked[];
};

export function FoldedActionBar({ allowed, more, blocked }: Props) {
  return (
    <div className="folded-actions">
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
      <ActionBar actions={allowed} more={more} />
    </div>
  );
}
