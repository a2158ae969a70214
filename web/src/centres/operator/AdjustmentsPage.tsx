/** 政策调整通知 of all departments: what waits, the nearest limit first, and everything. */
import { keeping, openTab, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { AdjustmentTable } from "@/features/adjustments/AdjustmentTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState } from "@/ui/States";

const TABS = [
  { value: undefined, label: "待处理" },
  { value: "all", label: "全部" },
];

export function AdjustmentsPage() {
  const list = keeping(useListParams(), "view");
  const { view } = list.filters;
  return (
    <>
      <PageHeader
        title="政策调整通知"
        description="部门报告政策有变化后，在时限内确认事项已发布新版本，或在事项页面发布调整说明。"
      />
      <FilterTabs label="范围" tabs={TABS} value={view} onChange={(next) => openTab(list, "view", next)} />
      <AdjustmentTable
        viewer="operator"
        list={list}
        waiting={view === "all" ? undefined : true}
        rowLink={paths.operator.adjustment}
        empty={<EmptyState title="没有需要处理的通知" hint="部门提交的政策调整通知会出现在这里。" />}
      />
    </>
  );
}
