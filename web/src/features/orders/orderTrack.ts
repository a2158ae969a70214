/** How far an order has come, as steps: the same for both sides, in the words of its kind. */
import type { Schema } from "@/api/types";
import { LIVE_ORDER_STATES } from "@/labels/finance";
import { type Track, type Turn, YOUR_TURN } from "@/ui/now/NowPage";

type Step =
  | "offer"
  | "applied"
  | "chosen"
  | "contact"
  | "study"
  | "decision"
  | "answer"
  | "contract"
  | "confirm";

const WORDS: Record<Schema<"FinancingKind">, Record<Step, string>> = {
  debt: {
    offer: "机构报价",
    applied: "机构受理",
    chosen: "企业选择",
    contact: "首次联系",
    study: "尽职调查",
    decision: "授信审批",
    answer: "企业接受",
    contract: "签约放款",
    confirm: "确认放款",
  },
  equity: {
    offer: "机构报价",
    applied: "机构受理",
    chosen: "企业选择",
    contact: "首次联系",
    study: "尽职调查",
    decision: "投资决策",
    answer: "企业接受",
    contract: "签约到账",
    confirm: "确认到账",
  },
};

const WORK: readonly Step[] = ["contact", "study", "decision", "answer", "contract", "confirm"];

/** What is being done while an order runs. */
const AT: Partial<Record<Schema<"OrderState">, Step>> = {
  invited: "offer",
  applied: "applied",
  grabbed: "chosen",
  contacting: "contact",
  due_diligence: "study",
  credit_review: "decision",
  offered: "answer",
  contracting: "contract",
  disbursed: "confirm",
  passed: "offer",
  declined_by_ent: "chosen",
  expired_ent: "chosen",
  expired_inst: "applied",
  declined_offer: "answer",
  expired_offer: "answer",
};

/** What had been done when it ended otherwise, the furthest first, by what the timeline tells. */
const AFTER: readonly (readonly [kind: string, step: Step])[] = [
  ["orders.disbursed", "confirm"],
  ["orders.accepted", "contract"],
  ["orders.approved", "answer"],
  ["orders.review_started", "decision"],
  ["orders.contacted", "study"],
  ["orders.taken_on", "contact"],
  ["orders.confirmed", "contact"],
  ["orders.grabbed", "chosen"],
];

export type TrackedOrder = Pick<
  Schema<"EnterpriseOrderView">,
  "kind" | "state" | "product" | "second_id" | "timeline"
>;

function stepsOf(order: TrackedOrder): readonly Step[] {
  // A second credit goes straight into the decision.
  if (order.second_id) return WORK.slice(WORK.indexOf("decision"));
  return order.product ? ["applied", ...WORK] : ["offer", "chosen", ...WORK];
}

/** `guarantees`: the institution signs a guarantee, and pays nothing that would be confirmed. */
export function orderTrack(order: TrackedOrder, guarantees = false): Track {
  const steps = stepsOf(order).filter((step) => !guarantees || step !== "confirm");
  const words = guarantees ? { ...WORDS[order.kind], contract: "签订担保" } : WORDS[order.kind];
  const titles = steps.map((step) => words[step]);
  if (order.state === "closed") return { steps: titles, at: titles.length };
  const known = AT[order.state];
  const reached = known ?? AFTER.find(([kind]) => order.timeline.some((item) => item.kind === kind))?.[1];
  const at = reached ? steps.indexOf(reached) : 0;
  return { steps: titles, at: Math.max(at, 0), stopped: !LIVE_ORDER_STATES.includes(order.state) };
}

const OTHERS = {
  enterprise: { enterprise: "本企业", institution: "机构" },
  institution: { enterprise: "企业", institution: "本机构" },
} as const;

type Turned = { turn: Schema<"Turn"> | null; actions: readonly Schema<"OrderAction">[] };

/** Whose turn it is, as `side` reads it: one who may do nothing here reads that a colleague has to. */
export function orderTurn({ turn, actions }: Turned, side: Schema<"Turn">): Turn | null {
  if (!turn) return null;
  if (turn === side && actions.some(({ allowed }) => allowed)) return YOUR_TURN;
  return { who: OTHERS[side][turn] };
}
