/** What waits for the institution among its live orders, and what it is waiting for; the oldest first. */
import type { Schema } from "@/api/types";

export type TodoGroup = {
  key: string;
  title: string;
  /** What to do, in one sentence. */
  hint: string;
  mine: boolean;
  orders: Schema<"InstitutionOrderView">[];
};

const GROUPS: readonly {
  key: string;
  title: string;
  hint: string;
  mine: boolean;
  states: Schema<"OrderState">[];
}[] = [
  {
    key: "dispatch",
    title: "平台派单",
    hint: "与贵机构产品匹配的需求，请在时限内接单或说明不接单",
    mine: true,
    states: ["invited"],
  },
  {
    key: "take_on",
    title: "待受理的申请",
    hint: "企业直接申请贵机构的产品，请在 {take_on_days} 个工作日内受理或说明原因",
    mine: true,
    states: ["applied"],
  },
  {
    key: "contact",
    title: "待首次联系",
    hint: "企业已确认对接，请尽快联系并登记",
    mine: true,
    states: ["contacting"],
  },
  {
    key: "review",
    title: "尽调与审批中",
    hint: "请推进尽职调查和授信审批",
    mine: true,
    states: ["due_diligence", "credit_review"],
  },
  {
    key: "disburse",
    title: "待放款",
    hint: "企业已接受授信，放款后请登记",
    mine: true,
    states: ["contracting"],
  },
  {
    key: "waiting",
    title: "等待企业答复",
    hint: "报价或授信已发出，等待企业答复",
    mine: false,
    states: ["grabbed", "offered", "disbursed"],
  },
];

export function institutionTodos(orders: readonly Schema<"InstitutionOrderView">[]): TodoGroup[] {
  return GROUPS.map(({ states, ...group }) => ({
    ...group,
    orders: orders
      .filter((order) => states.includes(order.state))
      .sort((a, b) => a.updated_at.localeCompare(b.updated_at)),
  }));
}

/** Is it the own institution's turn in a joint credit? */
export function awaitsUs(joint: Pick<Schema<"InstitutionJointView">, "own" | "turn" | "role">): boolean {
  if (joint.role === "lead" && joint.turn === "lead") return true;
  return joint.own?.state === "invited" || joint.own?.state === "reviewing";
}
