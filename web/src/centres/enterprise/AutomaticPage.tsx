/** 免申即享: what the own firm may have without applying. */
import { paths } from "@/app/paths";
import { Offers } from "@/features/automatic/Offers";
import { PageHeader } from "@/ui/PageHeader";

export function AutomaticPage() {
  return (
    <>
      <PageHeader
        title="免申即享"
        description="部门按条件和数据认定贵企业可以享受的政策，无需申请；确认收款账户和承诺后办理，逾期未确认视为不享受。"
      />
      <Offers application={paths.enterprise.application} />
    </>
  );
}
