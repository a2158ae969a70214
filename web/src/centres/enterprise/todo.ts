/** What waits for the enterprise, computed from its profile, demands, orders and policy applications; the most urgent first, where no limit says more. */
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { lowestOf, sortOffers } from "@/features/orders/offers/comparison";
import { type Terms, termsOf } from "@/features/orders/terms";
import { fieldText } from "@/labels/fields";
import { daysUntil } from "@/lib/dates";
import { formatCost, formatRate, formatShare, moneyText } from "@/lib/money";

export type Todo = {
  key: string;
  kind: string;
  title: string;
  detail: string;
  to: string;
  /** It comes before what has no limit. */
  urgent?: boolean;
  due?: Schema<"Due"> | null;
};

type Input = {
  profile: Schema<"ProfileView"> | undefined;
  /** Returned demands and drafts. */
  demands: readonly Schema<"DemandView">[];
  /** Live orders and paid ones waiting for confirmation. */
  orders: readonly Schema<"EnterpriseOrderView">[];
  /** Joint credits that run. */
  joints?: readonly Schema<"EnterpriseJointView">[];
  /** Further draws that wait for an answer. */
  draws?: readonly Schema<"DrawView">[];
  /** Policy applications that are to be corrected, and drafts. */
  applications?: readonly Schema<"ApplicationRow">[];
  now: Date;
};

const SOON_DAYS = 3;

function validity(until: string, now: Date): { text: string; urgent: boolean } {
  const days = daysUntil(until, now);
  if (days < 0) return { text: `有效期至 ${until}，已过期`, urgent: true };
  return { text: `有效期至 ${until}${days === 0 ? "，今天到期" : ""}`, urgent: days <= SOON_DAYS };
}

function priceText(terms: Terms): string {
  return terms.share_bp === null
    ? `综合年化成本 ${formatCost(terms.costs?.annual_cost)}，期限 ${terms.term_months} 个月`
    : `持股比例 ${formatShare(terms.share_bp)}，投前估值 ${moneyText(terms.pre_money)}`;
}

function orderTodo(order: Schema<"EnterpriseOrderView">, now: Date): Todo | null {
  const to = paths.enterprise.order(order.id);
  const { name } = order.institution;
  const terms = termsOf(order);
  const equity = order.kind === "equity";
  if (order.state === "disbursed" && !order.disbursement?.confirmed_at && !order.disputed)
    return {
      key: order.id,
      kind: equity ? "确认到账" : "确认放款",
      title: `请确认${name}的${equity ? "投资款到账" : "放款"}`,
      detail: equity
        ? `登记到账 ${moneyText(order.equity?.paid)}，请核对每一笔`
        : `登记放款 ${moneyText(order.disbursement?.amount)}，请核对金额、利率和日期`,
      to,
      due: order.due,
    };
  if (order.awaiting_since)
    return {
      key: order.id,
      kind: "补充材料",
      title: `${name}请您补充材料`,
      detail: `需求 ${order.demand_no}；补充之前对方暂停办理`,
      to,
      due: order.due,
      urgent: true,
    };
  // What a joint credit offers is answered there, once for all.
  if (order.state === "offered" && terms.valid_until && !order.joint_id) {
    const { text, urgent } = validity(terms.valid_until, now);
    return {
      key: order.id,
      kind: equity ? "答复条款" : "答复授信",
      title: `${name}已批准 ${moneyText(terms.amount)}，请答复`,
      detail: `${equity ? `持股比例 ${formatShare(terms.share_bp)}` : `年利率 ${formatRate(terms.rate)}`}；${text}`,
      to,
      urgent,
      due: order.due,
    };
  }
  return null;
}

/** A working day is left, or less. */
const SOON_WORKING_DAYS = 1;

const isSoon = (due: Schema<"Due"> | null) =>
  (due?.days_left ?? Number.POSITIVE_INFINITY) <= SOON_WORKING_DAYS;

const firstDue = (orders: readonly Schema<"EnterpriseOrderView">[]): Schema<"Due"> | null =>
  orders.flatMap(({ due }) => (due ? [due] : [])).sort((a, b) => a.days_left - b.days_left)[0] ?? null;

/** Offers to one demand are decided together, so they are one thing to do. */
function offersTodo(offers: readonly Schema<"EnterpriseOrderView">[]): Todo | null {
  const [best] = sortOffers(offers);
  if (!best) return null;
  const terms = termsOf(best);
  const due = firstDue(offers);
  const shared = { key: best.demand_id, kind: "答复报价", urgent: isSoon(due), due };
  if (offers.length === 1)
    return {
      ...shared,
      title: `${best.institution.name}报价 ${moneyText(terms.amount)}，请答复`,
      detail: `需求 ${best.demand_no}；${priceText(terms)}`,
      to: paths.enterprise.order(best.id),
    };
  return {
    ...shared,
    title: `${offers.length} 家机构报价，请比较后选择`,
    detail: `需求 ${best.demand_no}；${lowestOf(offers)}${priceText(terms)}`,
    to: paths.enterprise.demand(best.demand_id),
  };
}

function offersByDemand(orders: readonly Schema<"EnterpriseOrderView">[]) {
  const found = new Map<string, Schema<"EnterpriseOrderView">[]>();
  for (const order of orders)
    if (order.state === "grabbed") found.set(order.demand_id, [...(found.get(order.demand_id) ?? []), order]);
  return [...found.values()];
}

const JOINT: Partial<
  Record<Schema<"JointState">, { kind: string; title: (joint: Schema<"EnterpriseJointView">) => string }>
> = {
  proposed: { kind: "答复联合授信", title: (joint) => `${joint.lead_name}提议联合授信，请答复` },
  shrink_proposed: {
    kind: "答复联合授信",
    title: (joint) => `${joint.lead_name}提议缩减联合授信总额，请答复`,
  },
  formed: { kind: "答复联合授信", title: (joint) => `联合授信 ${joint.no} 已成团，请确认成员` },
  joint_offer: { kind: "答复授信", title: (joint) => `收到联合授信方案 ${moneyText(joint.total)}，请答复` },
};

function jointTodo(joint: Schema<"EnterpriseJointView">): Todo | null {
  const words = JOINT[joint.state];
  if (!words) return null;
  return {
    key: joint.id,
    kind: words.kind,
    title: words.title(joint),
    detail: `需求 ${joint.demand_no}，总额 ${moneyText(joint.total)}`,
    to: paths.enterprise.jointCredit(joint.id),
    urgent: isSoon(joint.due),
    due: joint.due,
  };
}

/** Silence confirms a draw, so its time is said. */
function drawTodo(draw: Schema<"DrawView">): Todo | null {
  if (!draw.actions.includes("confirm")) return null;
  const silence = draw.due ? "；逾期视为确认" : "";
  return {
    key: draw.id,
    kind: "确认提款",
    title: `请确认${draw.institution_name}的放款 ${moneyText(draw.amount)}`,
    detail: `对接单 ${draw.order_no}${silence}`,
    to: paths.enterprise.order(draw.order_id),
    urgent: isSoon(draw.due),
    due: draw.due,
  };
}

function demandTodo(demand: Schema<"DemandView">): Todo | null {
  const amount = demand.amount ? ` ${moneyText(demand.amount)}` : "";
  if (demand.state === "returned")
    return {
      key: demand.id,
      kind: "补正需求",
      title: `需求 ${demand.no}${amount} 被退回，请补正`,
      detail: demand.defects
        .map((defect) => `${fieldText(defect.field, "DemandIn")}：${defect.message}`)
        .join("；"),
      to: paths.enterprise.demand(demand.id),
      urgent: true,
      due: demand.due,
    };
  if (demand.state === "draft")
    return {
      key: demand.id,
      kind: "继续填写",
      title: `需求草稿 ${demand.no}${amount || " "}还没有提交`,
      detail: "草稿只有您自己能看到",
      to: paths.enterprise.editDemand(demand.id),
    };
  return null;
}

function applicationTodo(application: Schema<"ApplicationRow">): Todo | null {
  const { id, no, title, due } = application;
  if (application.state === "correction")
    return {
      key: id,
      kind: "补正申请",
      title: `“${title}”申请需要补正`,
      detail: `申请 ${no}；逾期未补正的申请失效`,
      to: paths.enterprise.application(id),
      urgent: true,
      due,
    };
  if (application.state === "draft")
    return {
      key: id,
      kind: "继续填写",
      title: `“${title}”申请还没有提交`,
      detail: "草稿只有本单位能看到",
      to: paths.enterprise.editApplication(id),
    };
  return null;
}

function profileTodo(profile: Schema<"ProfileView">): Todo | null {
  if (profile.missing.length === 0) return null;
  const names = profile.missing
    .slice(0, 4)
    .map((field) => fieldText(field, "ProfileIn"))
    .join("、");
  const more = profile.missing.length > 4 ? `等 ${profile.missing.length} 项` : "";
  return {
    key: "profile",
    kind: "完善档案",
    title: `企业档案完整度 ${profile.completeness}%`,
    detail: `还缺${names}${more}`,
    to: `${paths.enterprise.profile}?edit=1`,
  };
}

const ORDER_OF_KINDS = [
  "确认放款",
  "确认提款",
  "答复授信",
  "答复联合授信",
  "补正需求",
  "补正申请",
  "答复报价",
  "完善档案",
  "继续填写",
];

export function enterpriseTodos(input: Input): Todo[] {
  const { profile, demands, orders, joints = [], draws = [], applications = [], now } = input;
  const all = [
    ...orders.map((order) => orderTodo(order, now)),
    ...offersByDemand(orders).map(offersTodo),
    ...joints.map(jointTodo),
    ...draws.map(drawTodo),
    ...demands.map(demandTodo),
    ...applications.map(applicationTodo),
    profile ? profileTodo(profile) : null,
  ].filter((todo) => todo !== null);
  return all.sort(
    (a, b) =>
      Number(b.urgent ?? false) - Number(a.urgent ?? false) ||
      ORDER_OF_KINDS.indexOf(a.kind) - ORDER_OF_KINDS.indexOf(b.kind),
  );
}
