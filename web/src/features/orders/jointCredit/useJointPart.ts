/** What an order is in the joint credit that it belongs to: a guarantor's lends nothing, and cannot be ended once others have. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { guaranteeStands, partOf, withGuarantee } from "./guarantee";
import { enterpriseJointQuery, institutionJointQuery } from "./jointQueries";

type Order = Schema<"EnterpriseOrderView"> | Schema<"InstitutionOrderView">;

type Part<O> = {
  /** With what may be done with it. */
  order: O | undefined;
  /** Where it is a guarantor's. */
  guarantor: Schema<"JointMemberView"> | undefined;
};

export function useJointPart<O extends Order>(
  side: "enterprise" | "institution",
  order: O | undefined,
): Part<O> {
  const id = order?.joint_id ?? null;
  const [ours, theirs] = [side === "enterprise", side === "institution"];
  const firm = useQuery({ ...enterpriseJointQuery(id ?? ""), enabled: ours && id !== null });
  const bank = useQuery({ ...institutionJointQuery(id ?? ""), enabled: theirs && id !== null });
  const joint = id === null ? undefined : (firm.data ?? bank.data);
  if (!order || !joint) return { order, guarantor: undefined };
  const part = partOf(joint, order.id);
  return {
    order: guaranteeStands(joint, order.id)
      ? { ...order, actions: withGuarantee(order.actions, true) }
      : order,
    guarantor: part?.role === "guarantor" ? part : undefined,
  };
}
