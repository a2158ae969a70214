/** What a match says, in words: which group it belongs to, how much, why not, and what would change that. Pure. */
import type { Schema } from "@/api/types";
import type { Tone } from "@/labels/label";
import { moneyText } from "@/lib/money";

export type Match = Schema<"PolicyMatch">;

export type MatchGroup = "eligible" | "near" | "unknown" | "far";

/** What the head of a report says first: what can be had; else what comes nearest to it. */
export type Headline = { before: string; count: number; after: string };

/** So many steps are still within reach. */
const NEAR_STEPS = 2;

export const GROUP: Record<MatchGroup, { text: string; tone: Tone }> = {
  eligible: { text: "符合", tone: "ok" },
  near: { text: "差一点", tone: "warn" },
  unknown: { text: "还不能判断", tone: "info" },
  far: { text: "暂不符合", tone: "neutral" },
};

export const VERDICT: Record<Schema<"PolicyVerdict">, { text: string; tone: Tone }> = {
  holds: { text: "符合", tone: "ok" },
  fails: { text: "不符合", tone: "err" },
  unknown: { text: "无法判断", tone: "info" },
};

type Failing = Pick<Match, "verdict" | "plan" | "failing">;

/** What fails and is as it is: the trade, a loan that was had, a day of foundation that is too early. One that is too late comes. */
function settled({ plan, failing }: Failing): string[] {
  const isSettled = ({ field, distance }: Match["failing"][number]) =>
    field === "section" ||
    field === "first_loan" ||
    (field === "founded" && typeof distance === "object" && distance !== null && "below" in distance);
  const asked = (plan?.steps ?? []).map(({ field }) => field);
  return failing.filter((one) => isSettled(one) && asked.includes(one.field)).map(({ name }) => name);
}

export function groupOf(match: Failing): MatchGroup {
  const { verdict, plan } = match;
  if (verdict === "holds") return "eligible";
  if (verdict === "unknown") return "unknown";
  return plan?.possible && plan.steps.length <= NEAR_STEPS && settled(match).length === 0 ? "near" : "far";
}

/** The groups that are not empty; within each the server's order stays. */
export function grouped(items: readonly Match[]): { group: MatchGroup; items: Match[] }[] {
  return (Object.keys(GROUP) as MatchGroup[])
    .map((group) => ({ group, items: items.filter((item) => groupOf(item) === group) }))
    .filter((one) => one.items.length > 0);
}

export function headline(items: readonly Match[]): Headline {
  const count = (group: MatchGroup) => items.filter((item) => groupOf(item) === group).length;
  const all = `共比对 ${items.length} 项正在办理的政策`;
  const [eligible, near, unknown] = [count("eligible"), count("near"), count("unknown")];
  if (eligible > 0) return { before: "符合", count: eligible, after: `项，${all}` };
  if (near > 0) return { before: "有", count: near, after: `项只差一两步就能符合，${all}` };
  if (unknown > 0) return { before: "还有", count: unknown, after: `项补充数据后就能判断，${all}` };
  return {
    before: "已比对",
    count: items.length,
    after: "项正在办理的政策，暂时都不符合，差在哪里见各项说明",
  };
}

/** What those that hold would pay together, fen. */
export const eligibleTotal = (items: readonly Match[]): number =>
  items.reduce((sum, { verdict, amount }) => sum + (verdict === "holds" ? (amount?.amount ?? 0) : 0), 0);

/** The amount as a large figure with a note, or only the note; nothing of what is not about money. */
export function amountLine({
  verdict,
  amount,
}: Pick<Match, "verdict" | "amount">): { figure: string | null; note: string } | null {
  if (!amount) return null;
  if (amount.state === "computed")
    return {
      figure: moneyText(amount.amount),
      note: verdict === "holds" ? "预计可得" : "符合条件后预计可得",
    };
  if (amount.state === "unknown")
    return { figure: null, note: `补充${amount.missing.map(({ name }) => name).join("、")}后可以测算金额` };
  return { figure: null, note: "按现有数据无法测算金额" };
}

/** Why it does not hold: each condition that fails with by how much, or what is missing. */
export function reasons({
  verdict,
  failing,
  missing,
}: Pick<Match, "verdict" | "failing" | "missing">): string[] {
  if (verdict === "fails") return failing.map(({ sentence, told }) => `${sentence}（${told}）`);
  if (verdict === "holds") return [];
  return missing.length > 0
    ? [`还缺：${missing.map(({ name }) => name).join("、")}`]
    : ["条件需要人工核对，请咨询主管部门"];
}

/** What would make the firm eligible, step by step. */
export function steps(match: Failing): string[] {
  const { plan } = match;
  if (!plan) return [];
  const names = settled(match);
  if (names.length > 0) return [`${names.join("、")}已经确定，不能通过补充或整改达到要求`];
  return plan.possible
    ? plan.steps.map(({ told }) => told)
    : ["条件之间相互矛盾，无法同时满足，请咨询主管部门"];
}

export type PartLine = {
  path: string;
  depth: number;
  text: string;
  evidence: string | null;
  told: string | null;
  verdict: Schema<"PolicyVerdict">;
  isGroup: boolean;
};

/** The conditions line by line. A `not` has no line of its own: what it holds is told the other way round already. */
export function partLines(parts: readonly Schema<"PolicyJudged">[]): PartLine[] {
  let nots: number[] = [];
  return parts.flatMap(({ part, path, depth, verdict, finding }) => {
    nots = nots.filter((one) => one < depth);
    if (part === "not") {
      nots.push(depth);
      return [];
    }
    const isGroup = part !== "test";
    const text = isGroup ? (part === "all" ? "须同时符合" : "符合其中一项即可") : (finding?.sentence ?? "");
    const told = finding?.told ?? null;
    return [
      { path, depth: depth - nots.length, text, evidence: finding?.evidence ?? null, told, verdict, isGroup },
    ];
  });
}
