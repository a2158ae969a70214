/** 资金拨付: lists for the finance office. */
import { paths } from "@/app/paths";
import { MakeList } from "@/features/payments/MakeList";
import { PaymentTable } from "@/features/payments/PaymentTable";
import { PageHeader } from "@/ui/PageHeader";

const { government } = paths;

export function PaymentsPage() {
  const make = <MakeList link={government.payment} />;
  return (
    <>
      <PageHeader
        title="资金拨付"
        description="待拨付的申请列入批次，交财务拨付后逐笔登记凭证；失败的退回待拨付，列入下一批次。"
        extra={make}
      />
      <PaymentTable rowLink={government.payment} make={make} />
    </>
  );
}
