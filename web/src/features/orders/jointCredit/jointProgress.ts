/** How far a joint credit has come together, whose turn it is by that, and what follows where there is too much. */
import type { Schema } from "@/api/types";

type View = Schema<"EnterpriseJointView"> | Schema<"InstitutionJointView">;
type Member = Pick<Schema<"JointMemberView">, "state" | "role" | "payment">;
type Sums = Pick<View, "committed" | "total" | "covered" | "guaranteed">;

/** Percent of `total` that `part` is, whole, never rounded up to 100; more where too much has come together. */
export function percentOf(part: number, total: number): number {
  if (total <= 0) return 0;
  return Math.floor((part * 100) / total);
}

const FORMING: readonly Schema<"JointState">[] = ["proposed", "inviting", "short", "shrink_proposed"];

/** Shares may still come and change. */
export const isForming = ({ state }: Pick<View, "state">): boolean => FORMING.includes(state);

/** Enough has come together for the lead to close the invitation. */
export const isFull = (joint: Sums & Pick<View, "lenders" | "least_lenders">): boolean =>
  joint.committed >= joint.total && joint.covered >= joint.guaranteed && joint.lenders >= joint.least_lenders;

/** How many lend; how many have to, while that may still be too few. */
export const lendersText = (joint: Pick<View, "state" | "lenders" | "least_lenders">): string =>
  isForming(joint) ? `${joint.lenders} 家（至少 ${joint.least_lenders} 家）` : `${joint.lenders} 家`;

/** What becomes of too much, a sentence each. */
export function cutTexts(joint: Sums & Pick<View, "state">): string[] {
  if (!isForming(joint)) return [];
  const { committed, total, covered, guaranteed } = joint;
  return [
    ...(committed > total
      ? ["认购超过总额：成团时牵头份额不变，其他机构的份额按比例缩减，合计等于总额。"]
      : []),
    ...(guaranteed > 0 && covered > guaranteed
      ? ["担保超过所需：成团时各担保机构的担保份额和担保费按比例缩减。"]
      : []),
  ];
}

const GONE: readonly Schema<"JointMemberState">[] = ["passed", "refused", "lapsed", "dropped", "left"];

/** It takes no part any more. */
export const isGone = ({ state }: Pick<Member, "state">): boolean => GONE.includes(state);

/** It takes no part, and cannot come back: who has passed may think better of it while others are still invited. */
export const isOut = ({ state }: Pick<View, "state">, own: Pick<Member, "state">): boolean =>
  isGone(own) && !(own.state === "passed" && state === "inviting");

/** Members whose payment the enterprise has to confirm. */
export const toConfirm = <T extends Member>(members: readonly T[]): T[] =>
  members.filter(({ payment }) => payment?.order_state === "disbursed");

/** Money was paid under the plan: from then on no guarantee ends. */
export const isLent = (members: readonly Member[]): boolean =>
  members.some(({ role, payment }) => role !== "guarantor" && Boolean(payment?.paid_on));
