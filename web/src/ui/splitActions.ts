/** The server's list of actions as buttons, and as reasons where they are not allowed now. */
import type { Action } from "./ActionBar";
import type { Blocked } from "./now/MoreActions";

export type Look = { label: string; primary?: boolean; danger?: boolean };

const FALLBACK = "当前状态下不能进行此操作";

/**
 * In the order of `looks`; actions without words there are left out. `soon`: which of them are worth a reason while they are
 * not allowed, because they come next; what never applies in the present state is not spoken of. Without it all are.
 */
export function splitActions<K extends string>(
  looks: Record<K, Look>,
  actions: readonly { action: string; allowed: boolean; why: string | null }[],
  open: (key: NoInfer<K>) => void,
  soon?: readonly string[],
): { allowed: Action[]; blocked: Blocked[] } {
  const allowed: Action[] = [];
  const blocked: Blocked[] = [];
  for (const key of Object.keys(looks) as K[]) {
    const action = actions.find((candidate) => candidate.action === key);
    if (!action) continue;
    if (action.allowed) allowed.push({ key, ...looks[key], onClick: () => open(key) });
    else if (!soon || soon.includes(key))
      blocked.push({ key, label: looks[key].label, why: action.why || FALLBACK });
  }
  return { allowed, blocked };
}
