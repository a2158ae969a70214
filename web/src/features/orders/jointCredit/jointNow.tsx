/** What the head of a joint credit's page says: how far it has come, whose turn it is, and how much has come together. */
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { moneyText } from "@/lib/money";
import type { KeyFigure } from "@/ui/now/KeyFigures";
import { type Track, type Turn, YOUR_TURN } from "@/ui/now/NowPage";
import { Cost, Count, Money } from "@/ui/Values";
import type { Joint } from "./JointFacts";
import { percentOf } from "./jointProgress";

const STEPS = ["企业同意", "邀请认购", "开放信息", "联合审批", "接受方案", "分别放款"];

const AT: Partial<Record<Schema<"JointState">, number>> = {
  proposed: 0,
  inviting: 1,
  short: 1,
  shrink_proposed: 1,
  formed: 2,
  joint_review: 3,
  joint_offer: 4,
  disbursing: 5,
  closed: STEPS.length,
};

/** Where it ended, as far as can be told: with a plan the enterprise answered, without one it had not come together. */
function endedAt({ state, sheet }: Joint): number {
  if (state === "rejected") return 0;
  return sheet || state === "declined" || state === "expired" ? 4 : 1;
}

export function jointTrack(joint: Joint): Track {
  const at = AT[joint.state];
  return at === undefined ? { steps: STEPS, at: endedAt(joint), stopped: true } : { steps: STEPS, at };
}

const OTHERS = { enterprise: "企业", lead: "牵头机构", members: "各成员机构" } as const;

/** `mine`: the reader's own turn has come, when it is this side's. */
export function jointTurn(joint: Joint, mine: readonly Schema<"JointTurn">[]): Turn | null {
  if (!joint.turn) return null;
  const able = joint.actions.some(({ allowed }) => allowed);
  return mine.includes(joint.turn) && able ? YOUR_TURN : { who: OTHERS[joint.turn] };
}

export function jointFigures(joint: Joint): KeyFigure[] {
  const { sheet, committed, total } = joint;
  return [
    {
      label: "总额",
      value: <Money fen={total} />,
      note: `${GUARANTEE[joint.guarantee]}，${REPAYMENT[joint.repayment]}`,
    },
    sheet
      ? { label: "综合年化成本", value: <Cost cost={sheet.costs.annual_cost} /> }
      : {
          label: "已认购",
          value: <Count value={percentOf(committed, total)} unit="%" />,
          note: moneyText(committed),
        },
    {
      label: "出资机构",
      value: <Count value={joint.lenders} unit="家" />,
      note: `至少 ${joint.least_lenders} 家`,
    },
    { label: "期限", value: <Count value={joint.term_months} unit="个月" /> },
  ];
}
