/** Joint credits on the enterprise's demands. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { JointFilters, jointColumns, jointFilter } from "@/features/orders/jointCredit/jointList";
import { enterpriseJointsQuery } from "@/features/orders/jointCredit/jointQueries";
import { Card } from "@/ui/Card";
import { DataTable } from "@/ui/DataTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { NothingFound } from "@/ui/NothingFound";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState } from "@/ui/States";
import { DateText } from "@/ui/Values";

const COLUMNS = jointColumns<Schema<"EnterpriseJointView">>({
  after: [
    { key: "demand", title: "需求编号", render: (row) => row.demand_no },
    { key: "updated", title: "更新时间", render: (row) => <DateText value={row.updated_at} mode="ago" /> },
  ],
});

const TABS = [
  { value: undefined, label: "全部" },
  { value: "true", label: "进行中" },
  { value: "false", label: "已结束" },
];

export function JointCreditsPage() {
  const list = useListParams();
  const query = useQuery(
    enterpriseJointsQuery({ ...jointFilter(list.filters), page: list.page, size: list.size }),
  );
  return (
    <>
      <PageHeader
        title="联合授信"
        description="对接机构可以在您同意后邀请其他机构共同授信；您授权之前，受邀机构不知道贵企业是谁。"
      />
      <div className="filter-row">
        <FilterTabs
          label="联合授信范围"
          tabs={TABS}
          value={list.filters.running}
          onChange={(running) => list.setFilters({ running })}
        />
        <JointFilters list={list} by="编号或牵头机构" />
      </div>
      <Card flush>
        <DataTable
          caption="联合授信列表"
          columns={COLUMNS}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => paths.enterprise.jointCredit(row.id)}
          empty={
            Object.keys(list.filters).length > 0 ? (
              <NothingFound of="联合授信" list={list} />
            ) : (
              <EmptyState title="没有联合授信" hint="机构提议联合授信时，会在这里请您答复。" />
            )
          }
        />
      </Card>
    </>
  );
}
