/** What waits for the institution: its orders, joint credits and second credits as one list, and what comes on which day. */
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { isFull } from "@/features/orders/jointCredit/jointProgress";
import { borrowerOf, termsOf } from "@/features/orders/terms";
import { orderState } from "@/labels/finance";
import { maskedIndustry } from "@/labels/industries";
import { JOINT_STATE } from "@/labels/joint";
import { SECOND_KIND, SECOND_STATE } from "@/labels/second";
import { formatDate } from "@/lib/dates";
import { moneyText } from "@/lib/money";
import type { ComingItem } from "@/ui/cockpit/coming";
import type { WorkItem } from "@/ui/cockpit/work";

const { institution } = paths;

type Order = Schema<"InstitutionOrderView">;
type Joint = Schema<"InstitutionJointView">;
type Second = Schema<"SecondCreditView">;
type Draw = Schema<"DrawView">;

export type Work = {
  orders: readonly Order[];
  joints: readonly Joint[];
  seconds: readonly Second[];
  /** So many orders run, where one answer does not hold them all. */
  total?: number;
};

/** The filters of the list, in the order in which an order goes its way. */
export const WORK_KINDS = {
  take: "派单与申请",
  contact: "首次联系",
  study: "尽职调查",
  decide: "审批",
  pay: "放款",
  joint: "联合授信",
  second: "二次授信",
};

const KIND: Partial<Record<Schema<"OrderState">, keyof typeof WORK_KINDS>> = {
  invited: "take",
  applied: "take",
  contacting: "contact",
  due_diligence: "study",
  credit_review: "decide",
  contracting: "pay",
  disbursed: "pay",
};

/** The name where it may be known, else what is known. */
export const whoseOf = (order: Order): string => borrowerOf(order) ?? maskedIndustry(order.demand);

/** What the own institution gives: of a joint credit its part. */
export const amountOf = (order: Order, joint?: Joint): number =>
  joint?.own?.share || (termsOf(order).amount ?? order.demand.amount);

type StepOf = (order: Order) => WorkItem["step"];

/** `joint`: where the order is a part of one, its limit is that of the part. */
function orderItem(order: Order, stepOf: StepOf, joint?: Joint): WorkItem {
  return {
    key: order.id,
    kind: KIND[order.state] ?? "take",
    title: whoseOf(order),
    to: institution.order(order.id),
    state: orderState(order),
    amount: amountOf(order, joint),
    notes: [order.no, order.officer.name, ...(joint ? [`联合授信 ${joint.no}`] : [])],
    due: order.due ?? (joint?.own?.state === "invited" ? null : joint?.own?.due) ?? null,
    since: order.updated_at,
    step: stepOf(order),
  };
}

/** What a joint credit asks of the own institution now; nothing where others have to act. */
export function jointStep(joint: Joint): string | null {
  const { own, role, state } = joint;
  if (own?.state === "invited") return "答复邀请";
  if (own?.state === "reviewing") return "审批本机构份额";
  if (state === "disbursing" && own?.state === "approved" && role !== "guarantor" && !own.payment?.paid_on)
    return "登记放款";
  if (role !== "lead") return null;
  if (state === "inviting" && isFull(joint)) return "确认成团";
  return joint.turn === "lead" ? "延长或缩减" : null;
}

function jointItem(joint: Joint): WorkItem | null {
  const label = jointStep(joint);
  if (!label) return null;
  return {
    key: joint.id,
    kind: "joint",
    title: joint.enterprise_name ?? maskedIndustry(joint.demand),
    to: institution.jointCredit(joint.id),
    state: JOINT_STATE[joint.state],
    amount: joint.own?.share || joint.total,
    notes: [joint.no, `${joint.lead_name}牵头`],
    due: joint.own?.due ?? joint.due,
    since: joint.updated_at,
    step: { label },
  };
}

const secondItem = (second: Second): WorkItem => ({
  key: second.id,
  kind: "second",
  title: second.enterprise_name ?? `对接单 ${second.first_order_no}`,
  to: institution.secondCredit(second.id),
  state: SECOND_STATE[second.state],
  amount: second.wanted.amount,
  notes: [second.no, SECOND_KIND[second.kind]],
  due: second.due,
  since: second.updated_at,
  step: { label: second.state === "requested" ? "答复申请" : "审批展期" },
});

export const jointOf = ({ joints }: Pick<Work, "joints">, order: Order) =>
  joints.find(({ id }) => id === order.joint_id);

/** What waits for the own institution, and what for the enterprise. */
export function workOf({ orders, joints, seconds }: Work, stepOf: StepOf) {
  const joint = (order: Order) => jointOf({ joints }, order);
  const mine = orders.filter(({ turn }) => turn === "institution");
  // What is done with the own order is said there, once.
  const told = new Set(mine.map(({ id }) => id));
  const more = [
    ...joints.filter(({ own }) => !own?.order_id || !told.has(own.order_id)).map(jointItem),
    ...seconds.filter(({ turn }) => turn === "institution").map(secondItem),
  ];
  return {
    mine: [
      ...mine.map((order) => orderItem(order, stepOf, joint(order))),
      ...more.filter((item) => item !== null),
    ],
    waiting: orders
      .filter(({ turn }) => turn === "enterprise")
      .map((order) => orderItem(order, () => undefined, joint(order))),
  };
}

const OURS: Partial<Record<Schema<"OrderState">, string>> = {
  invited: "接单报价截止",
  applied: "受理截止",
  contacting: "首次联系截止",
  due_diligence: "作出决定截止",
  credit_review: "作出决定截止",
  contracting: "放款截止",
  grabbed: "企业选择截止",
  offered: "授信有效期届满",
  disbursed: "企业核对截止",
};

/** An investment is no loan. */
const OURS_EQUITY: typeof OURS = {
  contracting: "投资款到账截止",
  offered: "投资条款有效期届满",
};

/** Limits of what is in progress, payments and ends of loans. */
export function comingOf({ orders, joints, seconds }: Work, draws: readonly Draw[]): ComingItem[] {
  const limits = [
    ...orders.map((order) => ({
      key: order.id,
      due: order.due,
      what: (order.kind === "equity" && OURS_EQUITY[order.state]) || (OURS[order.state] ?? "办理期限"),
      title: whoseOf(order),
      to: institution.order(order.id),
    })),
    ...joints.map((joint) => ({
      key: joint.id,
      due: joint.own?.due ?? joint.due,
      what: `联合授信：${JOINT_STATE[joint.state].text}`,
      title: joint.enterprise_name ?? maskedIndustry(joint.demand),
      to: institution.jointCredit(joint.id),
    })),
    ...seconds.map((second) => ({
      key: second.id,
      due: second.due,
      what: `二次授信：${SECOND_STATE[second.state].text}`,
      title: second.enterprise_name ?? `对接单 ${second.first_order_no}`,
      to: institution.secondCredit(second.id),
    })),
  ];
  return [
    ...limits.flatMap(({ due, ...item }) => (due ? [{ ...item, day: formatDate(due.at) }] : [])),
    ...draws.flatMap((draw) => {
      const item = { title: draw.enterprise_name, to: institution.loan(draw.id) };
      const ends = { ...item, key: `${draw.id}-end`, day: draw.matures_on, what: "贷款到期" };
      if (!draw.next_on || draw.next_on === draw.matures_on) return [ends];
      return [
        { ...item, key: draw.id, day: draw.next_on, what: `应还 ${moneyText(draw.next_amount)}` },
        ends,
      ];
    }),
  ];
}
