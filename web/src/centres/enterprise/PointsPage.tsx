/** The enterprise's points and grade. */
import { RequirePermission } from "@/app/guards";
import { paths } from "@/app/paths";
import { OwnStatement } from "@/features/points/OwnStatement";
import { PageHeader } from "@/ui/PageHeader";

export function PointsPage() {
  return (
    <RequirePermission permission="points.own">
      <PageHeader title="积分与评级" description="每一笔积分的来源都在这里；评级供政府部门参考。" />
      <OwnStatement orderPath={paths.enterprise.order} />
    </RequirePermission>
  );
}
