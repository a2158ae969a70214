/** A guarantee stands once money was lent under it: neither the guarantor nor the enterprise ends it then. */
import type { Schema } from "@/api/types";
import { isLent } from "./jointProgress";

const WHY = "已有机构按联合方案放款，担保不能退出；如需变更，请由各方另行协商";

/** What would end it, on either side. */
const ENDS: readonly string[] = ["refuse", "withdraw"];

type Offered = { action: string; allowed: boolean; why: string | null };

type Joint = Schema<"EnterpriseJointView"> | Schema<"InstitutionJointView">;

/** The member whose order it is, as far as the reader may know it. */
export const partOf = (joint: Joint, order: string | null | undefined) =>
  joint.members.find(({ order_id }) => order_id !== null && order_id === order);

/** `order`: the one that is asked about, by default the reader's own. */
export function guaranteeStands(
  joint: Joint,
  order = "own" in joint ? joint.own?.order_id : undefined,
): boolean {
  return partOf(joint, order)?.role === "guarantor" && isLent(joint.members);
}

/** The actions of which the server would refuse those that end the guarantee. */
export const withGuarantee = <A extends Offered>(actions: readonly A[], stands: boolean): A[] =>
  actions.map((offered) =>
    stands && offered.allowed && ENDS.includes(offered.action)
      ? { ...offered, allowed: false, why: WHY }
      : offered,
  );

/** What comes next on a guarantor's own order, once the plan was accepted. */
export const GUARANTOR_NEXT = {
  enterprise: "您已接受联合方案，请与担保机构签订担保合同；全部款项到位后，本单自动完成。",
  institution: "企业已接受联合方案，请与企业和各放款机构签订担保合同；全部款项到位后，本单自动完成。",
} as const;
