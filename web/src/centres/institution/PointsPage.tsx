/** The institution's points, and its scorecard by quarter. */
import { useListParams } from "@/api/useListParams";
import { RequirePermission } from "@/app/guards";
import { paths } from "@/app/paths";
import { CLEARED } from "@/features/points/EntryList";
import { OwnStatement } from "@/features/points/OwnStatement";
import { Scorecard } from "@/features/points/Scorecard";
import { FilterTabs } from "@/ui/FilterTabs";
import { PageHeader } from "@/ui/PageHeader";

const TABS = [
  { value: undefined, label: "积分明细" },
  { value: "service", label: "服务评价" },
];

export function PointsPage() {
  const list = useListParams();
  const { tab } = list.filters;
  return (
    <RequirePermission permission="points.own">
      <PageHeader
        title="积分与评级"
        description="评级按季度计算：积分排名、时限达标、放款转化和企业评价；匹配得分相同的，等级高的优先派单。"
      />
      <FilterTabs
        label="显示内容"
        tabs={TABS}
        value={tab}
        onChange={(next) => list.setFilters({ ...CLEARED, quarter: undefined, tab: next })}
      />
      {tab === "service" ? <Scorecard /> : <OwnStatement orderPath={paths.institution.order} />}
    </RequirePermission>
  );
}
