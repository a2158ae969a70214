/** 匹配设置: the settings of the matching with their effect, who got the dispatches, and what the engine has learnt. */
import { useListParams } from "@/api/useListParams";
import { DispatchShares } from "@/features/matching/DispatchShares";
import { Network } from "@/features/matching/Network";
import { Synonyms } from "@/features/matching/Synonyms";
import { Tuning } from "@/features/matching/Tuning";
import { FilterTabs } from "@/ui/FilterTabs";
import { PageHeader } from "@/ui/PageHeader";

const TABS = [
  { value: undefined, label: "设置" },
  { value: "shares", label: "派单份额" },
  { value: "network", label: "复杂网络" },
  { value: "synonyms", label: "同义词与语义" },
];

export function MatchingPage() {
  const list = useListParams();
  const { tab } = list.filters;
  return (
    <>
      <PageHeader
        title="匹配设置"
        description="匹配度权重、派单份额、复杂网络、同义词与语义向量。保存前可以看到对近 30 天派单的影响；每次派单都按当时的设置留档，可以重算核对。"
      />
      <FilterTabs
        label="显示内容"
        tabs={TABS}
        value={tab}
        onChange={(next) => list.setFilters({ tab: next })}
      />
      {tab === "shares" && <DispatchShares />}
      {tab === "network" && <Network />}
      {tab === "synonyms" && <Synonyms />}
      {!TABS.some(({ value }) => value !== undefined && value === tab) && <Tuning />}
    </>
  );
}
