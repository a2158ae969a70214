/** What the head of a joint credit's page says: how far it has come, whose turn it is, and what it comes to. */
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { FIRST_PAYMENT } from "@/labels/loans";
import { formatRate, moneyText } from "@/lib/money";
import type { KeyFigure } from "@/ui/now/KeyFigures";
import { type Track, type Turn, YOUR_TURN } from "@/ui/now/NowPage";
import { Cost, Count, Money } from "@/ui/Values";
import type { Joint } from "./JointFacts";
import { isForming, isFull, isGone, isOut, percentOf, toConfirm } from "./jointProgress";

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

const able = ({ actions }: Joint) => actions.some(({ allowed }) => allowed);

/** The lead closes an invitation that has brought enough. */
const turnOf = (joint: Joint) => (joint.state === "inviting" && isFull(joint) ? "lead" : joint.turn);

export function turnOfEnterprise(joint: Schema<"EnterpriseJointView">): Turn | null {
  if (toConfirm(joint.members).length > 0) return YOUR_TURN;
  const turn = turnOf(joint);
  if (!turn) return null;
  return turn === "enterprise" && able(joint) ? YOUR_TURN : { who: OTHERS[turn] };
}

/** It has done its part of what the members are doing now. */
function hasDone({ state, own, role }: Schema<"InstitutionJointView">): boolean {
  if (!own) return false;
  if (state === "inviting") return role !== "lead" && own.state === "committed";
  if (state === "joint_review") return own.state === "approved";
  return state === "disbursing" && (role === "guarantor" || Boolean(own.payment?.paid_on));
}

export function turnOfInstitution(joint: Schema<"InstitutionJointView">): Turn | null {
  const turn = turnOf(joint);
  // Whoever is gone waits for nobody.
  if (!turn || (joint.own && isOut(joint, joint.own))) return null;
  const waits = joint.own?.payment?.order_state === "disbursed";
  if (waits) return { who: OTHERS.enterprise };
  const mine = turn === "members" || (turn === "lead" && joint.role === "lead");
  // What is paid is registered on the own order, not here.
  const pays = joint.state === "disbursing" && joint.own?.state === "approved";
  if (mine && (able(joint) || pays) && !hasDone(joint)) return YOUR_TURN;
  return { who: turn === "members" && hasDone(joint) ? "其他成员机构" : OTHERS[turn] };
}

/** What an institution itself takes of it. */
function ownFigure(joint: Joint): KeyFigure | undefined {
  if (!("own" in joint) || !joint.own || joint.own.wanted === 0 || isGone(joint.own)) return undefined;
  const { role, share, rate, fee } = joint.own;
  return role === "guarantor"
    ? {
        label: "本机构担保份额",
        value: <Money fen={share} />,
        note: `担保费 ${moneyText(fee, "yuan")}`,
      }
    : { label: "本机构份额", value: <Money fen={share} />, note: `年利率 ${formatRate(rate)}` };
}

/** What it costs once there is a plan, before that how much has come together. */
function second({ sheet, committed, total }: Joint): KeyFigure {
  return sheet
    ? {
        label: "综合年化成本",
        value: <Cost cost={sheet.costs.annual_cost} />,
        note: `加权年利率 ${formatRate(sheet.weighted_rate)}`,
      }
    : {
        label: "已认购",
        value: <Count value={percentOf(committed, total)} unit="%" />,
        note: moneyText(committed),
      };
}

function third(joint: Joint): KeyFigure {
  const own = ownFigure(joint);
  if (own) return own;
  if (joint.sheet)
    return {
      label: FIRST_PAYMENT[joint.repayment],
      value: <Money fen={joint.sheet.costs.first_payment} unit="yuan" />,
    };
  return {
    label: "出资机构",
    value: <Count value={joint.lenders} unit="家" />,
    note: isForming(joint) ? `至少 ${joint.least_lenders} 家` : undefined,
  };
}

export function jointFigures(joint: Joint): KeyFigure[] {
  return [
    {
      label: "总额",
      value: <Money fen={joint.total} />,
      note: `${GUARANTEE[joint.guarantee]}，${REPAYMENT[joint.repayment]}`,
    },
    second(joint),
    third(joint),
    { label: "期限", value: <Count value={joint.term_months} unit="个月" /> },
  ];
}
