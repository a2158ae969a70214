/** The agency's points. */
import { RequirePermission } from "@/app/guards";
import { OwnStatement } from "@/features/points/OwnStatement";
import { PageHeader } from "@/ui/PageHeader";

export function PointsPage() {
  return (
    <RequirePermission permission="points.own">
      <PageHeader title="积分" description="每一笔积分的来源都在这里。" />
      <OwnStatement />
    </RequirePermission>
  );
}
