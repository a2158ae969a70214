/** The second credits of either side. */
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { useCentre } from "@/centres/shell/useCentre";
import { SecondList } from "@/features/orders/secondCredit/SecondList";
import { PageHeader } from "@/ui/PageHeader";

export function SecondCreditsPage() {
  const side = useCentre<Schema<"SecondSide">>();
  return (
    <>
      <PageHeader
        title="二次授信"
        description="企业对上一笔贷款续贷、增额、展期，或机构追加额度、再授信：双方同意后直接进入授信审批。"
      />
      <SecondList side={side} path={paths[side].secondCredit} />
    </>
  );
}
