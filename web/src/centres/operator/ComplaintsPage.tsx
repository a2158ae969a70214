/** 投诉与异议: what waits for the operator, everything, and how institutions put right what was found. */
import { useSession } from "@/api/session";
import { keeping, openTab, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { ComplaintTable } from "@/features/complaints/ComplaintTable";
import type { ComplaintSearch } from "@/features/complaints/queries";
import { RectificationTable } from "@/features/complaints/RectificationTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState } from "@/ui/States";

const TABS = [
  { value: undefined, label: "待办理" },
  { value: "mine", label: "我经办的" },
  { value: "all", label: "全部" },
  { value: "rectification", label: "整改率" },
];

export function ComplaintsPage() {
  const list = keeping(useListParams(), "view");
  const me = useSession().data?.me?.account_id;
  const { view } = list.filters;
  const searches: Record<string, ComplaintSearch> = { mine: { handler: me }, all: {} };
  return (
    <>
      <PageHeader title="投诉与异议" description="受理后指定经办人，在时限内核查答复；属实的登记整改。" />
      <FilterTabs label="范围" tabs={TABS} value={view} onChange={(next) => openTab(list, "view", next)} />
      {view === "rectification" ? (
        <RectificationTable viewer="operator" list={list} />
      ) : (
        <ComplaintTable
          viewer="operator"
          list={list}
          fixed={searches[view ?? ""] ?? { waiting: true }}
          link={paths.operator.complaint}
          empty={<EmptyState title="没有需要办理的事项" hint="新提出的投诉与异议会出现在这里。" />}
        />
      )}
    </>
  );
}
