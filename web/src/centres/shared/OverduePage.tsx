/** What institutions are late with, for the operator and the supervisor. */
import { useCentre } from "@/centres/shell/useCentre";
import { OverdueList } from "@/features/orders/lists/OverdueList";
import { PageHeader } from "@/ui/PageHeader";

const ABOUT = {
  operator: "机构超过办理时限的对接单，逾期最久的在前。",
  government: "机构超过办理时限的对接单，不显示企业名称。",
};

export function OverduePage() {
  const desk = useCentre<keyof typeof ABOUT>();
  return (
    <>
      <PageHeader title="逾期督办" description={ABOUT[desk]} />
      <OverdueList />
    </>
  );
}
