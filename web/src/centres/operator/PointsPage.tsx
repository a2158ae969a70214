/** 信用积分管理: the rules, and the points of all organisations. */
import { useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { BalanceList } from "@/features/points/BalanceList";
import { RuleTable } from "@/features/points/RuleTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { PageHeader } from "@/ui/PageHeader";

const TABS = [
  { value: undefined, label: "计分规则" },
  { value: "balances", label: "单位信用积分" },
];

export function PointsPage() {
  const list = useListParams();
  const { tab } = list.filters;
  return (
    <>
      <PageHeader
        title="平台信用积分管理"
        description="规则的修改从生效日期起适用，已发生的信用积分不变；更正通过冲正进行，原记录保留。"
      />
      <FilterTabs
        label="显示内容"
        tabs={TABS}
        value={tab}
        onChange={(next) =>
          list.setFilters({ side: undefined, q: undefined, of: undefined, sort: undefined, tab: next })
        }
      />
      {tab === "balances" ? <BalanceList pathOf={paths.operator.organizationPoints} /> : <RuleTable />}
    </>
  );
}
