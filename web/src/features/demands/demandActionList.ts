/** The server's list of actions on a demand as buttons and reasons. */
import type { DemandAction } from "@/api/types";
import { type Looks, splitActions } from "@/ui/splitActions";

type Key = DemandAction["action"];

const LOOKS: Looks<Key> = {
  submit: { label: "核对并提交", primary: true },
  edit: { label: "修改" },
  complete: { label: "停止接收其他报价" },
  withdraw: { label: "撤回需求", danger: true },
};

export const demandActions = (actions: readonly DemandAction[], open: (key: Key) => void) =>
  splitActions(actions, LOOKS, open);
