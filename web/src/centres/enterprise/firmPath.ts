/** The way of a firm to its money: how far it has come with what runs now, what is missing at each step, and how it goes on. */
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { fieldId } from "@/features/enterprises/sections";
import { termsOf } from "@/features/orders/terms";
import { fieldText } from "@/labels/fields";
import { moneyText } from "@/lib/money";
import type { PathStep } from "@/ui/cockpit/GuidedPath";

const { enterprise } = paths;

type Demand = Schema<"DemandView">;
type Order = Schema<"EnterpriseOrderView">;

type Input = {
  profile: Schema<"ProfileView">;
  demands: readonly Demand[];
  /** What runs, and what is paid and not yet confirmed. */
  orders: readonly Order[];
};

/** So many of the missing fields are named. */
const NAMED = 3;

const EDIT = `${enterprise.profile}?edit=1`;

function profileStep({ completeness, missing, required_percent: needed }: Schema<"ProfileView">): PathStep {
  const done = completeness >= needed;
  const text =
    missing.length === 0
      ? "资料已完整。"
      : done
        ? `已可以提交需求；再补齐 ${missing.length} 项，机构更容易报价。`
        : `达到 ${needed}% 才能提交需求，还缺 ${missing.length} 项：`;
  return {
    key: "profile",
    title: "企业档案",
    done,
    value: `${completeness}%`,
    text,
    missing: done
      ? []
      : missing.slice(0, NAMED).map((field) => ({
          label: fieldText(field, "ProfileIn"),
          to: `${EDIT}#${fieldId(field)}`,
        })),
    action:
      missing.length > 0 ? { label: "完善档案", to: EDIT } : { label: "查看档案", to: enterprise.profile },
  };
}

const ON_THE_MARKET: readonly Demand["state"][] = ["dispatched", "open", "negotiating", "agreed"];

function demandStep(demands: readonly Demand[]): PathStep {
  const find = (state: Demand["state"]) => demands.find((demand) => demand.state === state);
  const running = demands.filter(({ state }) => ON_THE_MARKET.includes(state));
  const shared = { key: "demand", title: "融资需求", done: running.length > 0 };
  const [returned, draft, reviewing] = [find("returned"), find("draft"), find("reviewing")];
  if (returned && running.length === 0)
    return {
      ...shared,
      text: `需求 ${returned.no} 被退回，补正后重新提交。`,
      action: { label: "补正需求", to: enterprise.demand(returned.id) },
    };
  if (running.length > 0)
    return {
      ...shared,
      value: `${running.length} 项`,
      text: reviewing ? `正在对接；另有需求 ${reviewing.no} 平台审核中。` : "正在对接机构。",
      action: { label: "查看需求", to: enterprise.demands },
    };
  if (reviewing)
    return {
      ...shared,
      text: `需求 ${reviewing.no} 平台审核中，通过后机构会来报价。`,
      action: { label: "查看需求", to: enterprise.demand(reviewing.id) },
    };
  if (draft)
    return {
      ...shared,
      text: `草稿 ${draft.no} 还没有提交。`,
      action: { label: "继续填写", to: enterprise.editDemand(draft.id) },
    };
  return {
    ...shared,
    text: "写明金额、期限和用途，提交后由平台审核。",
    action: { label: "发布融资需求", to: enterprise.newDemand },
  };
}

/** The enterprise has chosen them. */
const CHOSEN: readonly Order["state"][] = [
  "contacting",
  "due_diligence",
  "credit_review",
  "offered",
  "contracting",
  "disbursed",
];

function offerStep(orders: readonly Order[]): PathStep {
  const offers = orders.filter(({ state }) => state === "grabbed");
  const chosen = orders.filter(({ state }) => CHOSEN.includes(state));
  const shared = { key: "offer", title: "机构报价", done: chosen.length > 0 && offers.length === 0 };
  const [first] = offers;
  if (first) {
    const together = offers.filter(({ demand_id }) => demand_id === first.demand_id);
    return {
      ...shared,
      value: `${offers.length} 家`,
      text: offers.length > 1 ? "请并排比较后选择。" : `${first.institution.name}已报价，请答复。`,
      action:
        together.length > 1
          ? { label: "比较报价", to: enterprise.demand(first.demand_id) }
          : { label: "答复报价", to: enterprise.order(first.id) },
    };
  }
  if (chosen.length > 0)
    return {
      ...shared,
      value: `${chosen.length} 家`,
      text: "已选择，正在办理。",
      action: { label: "查看对接单", to: enterprise.orders },
    };
  const applied = orders.filter(({ state }) => state === "applied").length;
  return {
    ...shared,
    text: applied > 0 ? `${applied} 份产品申请等待机构受理。` : "有机构报价时会通过消息通知您。",
  };
}

function payStep(demands: readonly Demand[], orders: readonly Order[]): PathStep {
  const paid = demands.reduce((sum, { disbursed_amount }) => sum + disbursed_amount, 0);
  const find = (state: Order["state"]) =>
    orders
      .filter((order) => order.state === state && order.turn === "enterprise")
      .sort((a, b) => leftOf(a) - leftOf(b))[0];
  const [confirm, answer] = [find("disbursed"), find("offered")];
  const shared = { key: "pay", title: "授信放款", done: false };
  if (confirm)
    return {
      ...shared,
      value: moneyText(confirm.disbursement?.amount ?? confirm.equity?.paid),
      text: `${confirm.institution.name}已登记放款，请核对。`,
      action: { label: "确认放款", to: enterprise.order(confirm.id) },
    };
  if (answer)
    return {
      ...shared,
      value: moneyText(termsOf(answer).amount),
      text: `${answer.institution.name}已批准，请在有效期内答复。`,
      action: {
        label: answer.kind === "equity" ? "答复条款" : "答复授信",
        to: enterprise.order(answer.id),
      },
    };
  if (orders.some(({ state }) => state === "contracting"))
    return { ...shared, text: "请与机构办理签约，放款后核对确认。" };
  if (paid > 0) return { ...shared, value: moneyText(paid), text: "为累计放款，还款计划见“我的贷款”。" };
  return { ...shared, text: "机构批准并放款后，在这里核对确认。" };
}

const WAITS: Partial<Record<Order["state"], string>> = { disbursed: "pay", offered: "pay", grabbed: "offer" };

const leftOf = ({ due }: Order) => due?.days_left ?? Number.MAX_VALUE;

/** What waits for the firm with the nearest limit, of equal ones what is nearest to the money; else the first not done. */
function nowOf(steps: readonly PathStep[], { orders }: Input): string {
  if (steps[0] && !steps[0].done) return "profile";
  const [first] = orders
    .filter(({ state, turn }) => WAITS[state] && turn === "enterprise")
    .sort(
      (a, b) => leftOf(a) - leftOf(b) || Number(WAITS[b.state] === "pay") - Number(WAITS[a.state] === "pay"),
    );
  const waiting = first && WAITS[first.state];
  if (waiting) return waiting;
  return steps.find(({ done }) => !done)?.key ?? "pay";
}

export function firmPath(input: Input): { steps: PathStep[]; at: string } {
  const { profile, demands, orders } = input;
  const steps = [profileStep(profile), demandStep(demands), offerStep(orders), payStep(demands, orders)];
  return { steps, at: nowOf(steps, input) };
}
