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

/** More actions than this with one reason, as when all has ended, are not told one by one. */
const TOLD = 3;

/** The reason of all, where there are too many to tell. */
function oneReason(blocked: Blocked[]): string | null {
  const [first] = blocked;
  const same = first && blocked.length > TOLD && blocked.every(({ why }) => why === first.why);
  return same ? first.why : null;
}

export function FoldedActionBar({ allowed, more, blocked }: Props) {
  const reason = oneReason(blocked);
  return (
    <div className="folded-actions">
      {reason && <p className="card-note">其他操作暂不能进行：{reason}</p>}
      {!reason && blocked.length > 0 && (
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
