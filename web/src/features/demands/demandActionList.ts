/** The server's list of actions on a demand as buttons and reasons. */
import type { DemandAction } from "@/api/types";
import type { Action } from "@/ui/ActionBar";

type Key = DemandAction["action"];

const LOOKS: Record<Key, { label: string; primary?: boolean; danger?: boolean }> = {
  submit: { label: "核对并提交", primary: true },
  edit: { label: "修改" },
  complete: { label: "停止接收其他报价" },
  withdraw: { label: "撤回需求", danger: true },
};

export function demandActions(actions: readonly DemandAction[], open: (key: Key) => void) {
  const allowed: Action[] = [];
  const blocked: { key: string; label: string; why: string }[] = [];
  for (const key of Object.keys(LOOKS) as Key[]) {
    const action = actions.find((candidate) => candidate.action === key);
    if (!action) continue;
    if (action.allowed) allowed.push({ key, ...LOOKS[key], onClick: () => open(key) });
    else blocked.push({ key, label: LOOKS[key].label, why: action.why || "当前状态下不能进行此操作" });
  }
  return { allowed, blocked };
}
