/** What the head of a demand's page says to its enterprise: how far it has come, whose turn it is, what has come of it. */
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import type { KeyFigure } from "@/ui/now/KeyFigures";
import { type Now, type Track, type Turn, YOUR_TURN } from "@/ui/now/NowPage";
import { Count, Money } from "@/ui/Values";
import { wantedFigures } from "./wantedFigures";

type Demand = Schema<"DemandView">;

const PUBLIC = ["填写", "平台审核", "机构报价", "选择对接", "签约放款"];
/** An application for a product goes to its one institution. */
const DIRECT = ["填写", "机构办理", "签约放款"];

/** The step that is being done, on the market and as an application. */
const AT: Record<Demand["state"], readonly [open: number, direct: number]> = {
  draft: [0, 0],
  returned: [0, 0],
  reviewing: [1, 0],
  refused: [1, 0],
  dispatched: [2, 1],
  open: [2, 1],
  negotiating: [3, 1],
  agreed: [4, 2],
  fulfilled: [PUBLIC.length, DIRECT.length],
  partially_fulfilled: [PUBLIC.length, DIRECT.length],
  closed_unmatched: [2, 1],
  closed_expired: [0, 0],
  withdrawn: [2, 1],
};

const STOPPED = new Set<Demand["state"]>(["refused", "closed_unmatched", "closed_expired", "withdrawn"]);

function track({ state, direct, published_at }: Demand): Track {
  const [open, applied] = AT[state];
  const stopped = STOPPED.has(state);
  if (direct) return { steps: DIRECT, at: applied, stopped };
  return { steps: PUBLIC, at: state === "withdrawn" && !published_at ? 0 : open, stopped };
}

function turn({ state, live_orders }: Demand): Turn | null {
  switch (state) {
    case "draft":
    case "returned":
      return YOUR_TURN;
    case "reviewing":
      return { who: "平台" };
    case "dispatched":
    case "open":
      return { who: "机构" };
    // Whose turn it is with each institution its own order says.
    case "negotiating":
    case "agreed":
      return live_orders > 0 ? null : { who: "机构" };
    default:
      return null;
  }
}

function figures(demand: Demand): KeyFigure[] {
  const paid = demand.disbursed_amount;
  const more: KeyFigure[] =
    paid > 0
      ? [{ label: "已放款", value: <Money fen={paid} /> }]
      : demand.live_orders > 0
        ? [
            {
              label: "正在对接",
              value: <Count value={demand.live_orders} unit="家" />,
              note: demand.accepted_amount > 0 ? `已接受 ${moneyText(demand.accepted_amount)}` : undefined,
            },
          ]
        : [];
  return [...wantedFigures(demand), ...more];
}

/** `deciding`: the offers stand below to be chosen from, and speak for themselves. */
export const demandNow = (demand: Demand, deciding: boolean): Now => ({
  track: track(demand),
  turn: turn(demand),
  due: demand.due,
  figures: deciding ? wantedFigures(demand) : figures(demand),
});
