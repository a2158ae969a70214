/** 数据授权: who may see what until when, who looked, and what each tier shows. */
import { keeping, openTab, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { AccessLog } from "@/features/consents/AccessLog";
import { ConsentList } from "@/features/consents/ConsentList";
import { DataTiersPart } from "@/features/consents/DataTiersPart";
import { FilterTabs } from "@/ui/FilterTabs";
import { PageHeader } from "@/ui/PageHeader";

const TABS = [
  { value: undefined, label: "授权" },
  { value: "log", label: "访问记录" },
  { value: "tiers", label: "谁能看到什么" },
];

export function ConsentsPage() {
  const list = keeping(useListParams(), "view");
  const { view } = list.filters;
  return (
    <>
      <PageHeader
        title="数据授权"
        description="哪家机构可以看哪些资料、到什么时候，都在这里；可以随时缩小范围、延长或撤回，也可以查看谁在什么时候看过。"
      />
      <FilterTabs label="内容" tabs={TABS} value={view} onChange={(next) => openTab(list, "view", next)} />
      {view === "log" ? (
        <AccessLog list={list} />
      ) : view === "tiers" ? (
        <DataTiersPart />
      ) : (
        <ConsentList list={list} link={paths.enterprise.consent} />
      )}
    </>
  );
}
