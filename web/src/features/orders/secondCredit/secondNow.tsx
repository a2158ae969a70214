/** What the head of a second credit's page says: how far it has come, whose turn it is, and what is wanted. */
import type { Schema } from "@/api/types";
import { SECOND_SIDE } from "@/labels/second";
import type { KeyFigure } from "@/ui/now/KeyFigures";
import { type Track, type Turn, YOUR_TURN } from "@/ui/now/NowPage";
import { Count, DateText, Money, Rate } from "@/ui/Values";

const ENDED = new Set<Schema<"SecondState">>([
  "declined",
  "withdrawn",
  "expired",
  "not_allowed",
  "refused",
  "offer_declined",
  "offer_expired",
  "voided",
]);

/** An extension is decided on its own page, the rest as a new order. */
export function secondTrack({ kind, state, decision }: Schema<"SecondCreditView">): Track {
  const steps =
    kind === "extension"
      ? ["提出申请", "对方确认", "机构审批", "企业接受"]
      : ["提出申请", "对方确认", "进入授信审批"];
  if (state === "extended" || state === "opened") return { steps, at: steps.length };
  const decided = decision ? 3 : 2;
  const at: Partial<Record<Schema<"SecondState">, number>> = {
    reviewing: 2,
    deciding: 2,
    offered: 3,
    not_allowed: 2,
    refused: 2,
    voided: decided,
    offer_declined: 3,
    offer_expired: 3,
  };
  return { steps, at: Math.min(at[state] ?? 1, steps.length - 1), stopped: ENDED.has(state) };
}

/** Whose turn it is, as `side` reads it. */
export function secondTurn(side: Schema<"SecondSide">, second: Schema<"SecondCreditView">): Turn | null {
  const { turn, state, actions } = second;
  if (state === "reviewing") return { who: "平台" };
  if (!turn) return null;
  if (turn !== side) return { who: SECOND_SIDE[turn] };
  return actions.some(({ allowed }) => allowed) ? YOUR_TURN : { who: "本单位" };
}

/** What is wanted, in large figures. */
export function secondFigures({ wanted, kind, matures_on }: Schema<"SecondCreditView">): KeyFigure[] {
  return [
    { label: "申请金额", value: <Money fen={wanted.amount} /> },
    { label: "年利率", value: <Rate rate={wanted.rate} /> },
    kind === "extension"
      ? { label: "新的到期日", value: <DateText value={wanted.extend_to} /> }
      : { label: "期限", value: <Count value={wanted.term_months} unit="个月" /> },
    { label: "上笔到期日", value: <DateText value={matures_on} /> },
  ];
}
