/** Policies for the own firm. */
import { useMe } from "@/api/session";
import { FirmPolicies } from "@/features/eligibility/FirmPolicies";
import { PageHeader } from "@/ui/PageHeader";

export function PoliciesPage() {
  const me = useMe();
  return (
    <>
      <PageHeader
        title="适合贵企业的政策"
        description="用企业档案和平台记录逐项比对正在办理的政策：是否符合、能领多少、还差什么。档案更新后随即变化。"
      />
      <FirmPolicies name={me.organization.name} />
    </>
  );
}
