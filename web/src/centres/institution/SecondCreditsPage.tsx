/** The institution's second credits. */
import { paths } from "@/app/paths";
import { SecondList } from "@/features/orders/secondCredit/SecondList";
import { PageHeader } from "@/ui/PageHeader";

export function SecondCreditsPage() {
  return (
    <>
      <PageHeader
        title="二次授信"
        description="企业对上一笔贷款续贷、增额、展期，或机构追加额度、再授信：双方同意后直接进入授信审批。"
      />
      <SecondList side="institution" path={paths.institution.secondCredit} />
    </>
  );
}
