/** What institutions have lent and how it is repaid, for government, supervisor and operator. */
import { LoanOverview } from "@/features/servicing/LoanOverview";
import { PageHeader } from "@/ui/PageHeader";

export function LoanOverviewPage() {
  return (
    <>
      <PageHeader title="贷后情况" description="各机构经平台发放的贷款和还款情况，不显示企业名称。" />
      <LoanOverview />
    </>
  );
}
