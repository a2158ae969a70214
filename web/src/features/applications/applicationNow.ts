/** What the head of an application says: how far it has come, whose turn it is, and how much. Pure. */
import type { Schema } from "@/api/types";
import { APPLICATION_NEXT } from "@/labels/applications";
import { formatDate } from "@/lib/dates";
import { moneyText } from "@/lib/money";
import { type Now, type Track, type Turn, YOUR_TURN } from "@/ui/now/NowPage";

type Detail = Schema<"ApplicationDetail">;
type State = Detail["state"];

/** Which step of the way a state belongs to. */
const STEP: Record<State, string> = {
  draft: "填写",
  submitted: "受理",
  not_accepted: "受理",
  first_review: "初审",
  correction: "初审",
  second_review: "复审",
  refused: "复审",
  appealing: "复审",
  publicity: "公示",
  objection: "公示",
  approved: "拨付",
  paying: "拨付",
  paid: "",
  granted: "",
  recovered: "拨付",
  withdrawn: "受理",
  lapsed: "初审",
};

const STOPPED: readonly State[] = ["not_accepted", "refused", "withdrawn", "lapsed", "recovered"];

function trackOf({ state, pays, public_until, round }: Detail): Track {
  const shown = public_until !== null || state === "publicity" || state === "objection";
  const steps = ["填写", "受理", "初审", "复审", ...(shown ? ["公示"] : []), ...(pays ? ["拨付"] : [])];
  // What is taken back before anybody has seen it has not come far.
  const step = state === "withdrawn" && round === 0 ? "填写" : STEP[state];
  const at = steps.indexOf(step);
  return { steps, at: at < 0 ? steps.length : at, stopped: STOPPED.includes(state) };
}

function turnOf({ state, department }: Detail): Turn | null {
  if (state === "draft" || state === "correction") return YOUR_TURN;
  const theirs = [
    "submitted",
    "first_review",
    "second_review",
    "objection",
    "approved",
    "paying",
    "appealing",
  ];
  return theirs.includes(state) ? { who: department } : null;
}

export function applicationNow(detail: Detail): Now {
  const { state, amount, computed, number, submitted_at, public_until } = detail;
  const until = state === "publicity" && public_until ? `公示至 ${formatDate(public_until)}。` : "";
  return {
    next: `${until}${APPLICATION_NEXT[state]}`,
    track: trackOf(detail),
    turn: turnOf(detail),
    due: detail.due,
    figures: [
      ...(detail.pays
        ? [
            {
              label: amount ? "核定金额" : "测算金额",
              value: moneyText(amount ?? computed ?? detail.judged?.amount),
            },
          ]
        : []),
      { label: "提交时间", value: submitted_at ? formatDate(submitted_at) : "尚未提交" },
      { label: "适用版本", value: `第 ${number} 版` },
    ],
  };
}
