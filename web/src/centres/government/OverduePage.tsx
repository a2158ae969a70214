/** What institutions are late with, for the supervisor. */
import { RequirePermission } from "@/app/guards";
import { OverdueList } from "@/features/orders/lists/OverdueList";
import { PageHeader } from "@/ui/PageHeader";

export function OverduePage() {
  return (
    <RequirePermission permission="orders.overdue">
      <PageHeader title="逾期督办" description="机构超过办理时限的对接单，不显示企业名称。" />
      <OverdueList />
    </RequirePermission>
  );
}
