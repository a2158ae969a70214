/** The server's list of actions as buttons, and as reasons where they are not allowed now. */
import type { Action } from "./ActionBar";
import type { Blocked } from "./FoldedActionBar";

export type Looks<K extends string> = Record<K, { label: string; primary?: boolean; danger?: boolean }>;

/** In the order of `looks`. */
export function splitActions<K extends string>(
  actions: readonly { action: K; allowed: boolean; why: string | null }[],
  looks: Looks<K>,
  open: (key: K) => void,
): { allowed: Action[]; blocked: Blocked[] } {
  const allowed: Action[] = [];
  const blocked: Blocked[] = [];
  for (const key of Object.keys(looks) as K[]) {
    const action = actions.find((candidate) => candidate.action === key);
    if (!action) continue;
    if (action.allowed) allowed.push({ key, ...looks[key], onClick: () => open(key) });
    else blocked.push({ key, label: looks[key].label, why: action.why || "当前状态下不能进行此操作" });
  }
  return { allowed, blocked };
}
