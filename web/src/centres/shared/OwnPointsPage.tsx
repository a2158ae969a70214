/** The own points and grade; of an institution also its scorecard by quarter. */
import { useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { useCentre } from "@/centres/shell/useCentre";
import { CLEARED } from "@/features/points/EntryList";
import { OwnStatement } from "@/features/points/OwnStatement";
import { Scorecard } from "@/features/points/Scorecard";
import { FilterTabs } from "@/ui/FilterTabs";
import { PageHeader } from "@/ui/PageHeader";

const WORDS = {
  enterprise: {
    title: "平台信用积分与评级",
    description: "每一笔信用积分的来源都在这里；评级供政府部门参考。",
  },
  institution: {
    title: "平台信用积分与评级",
    description:
      "评级按季度计算：信用积分排名、时限达标、放款转化和企业评价；匹配度相同的，等级高的优先派单。",
  },
  agency: { title: "平台信用积分", description: "每一笔信用积分的来源都在这里。" },
};

const TABS = [
  { value: undefined, label: "信用积分明细" },
  { value: "service", label: "服务评价" },
];

export function OwnPointsPage() {
  const side = useCentre<keyof typeof WORDS>();
  const list = useListParams();
  const scored = side === "institution";
  const { tab } = list.filters;
  return (
    <>
      <PageHeader {...WORDS[side]} />
      {scored && (
        <FilterTabs
          label="显示内容"
          tabs={TABS}
          value={tab}
          onChange={(next) => list.setFilters({ ...CLEARED, quarter: undefined, tab: next })}
        />
      )}
      {scored && tab === "service" ? (
        <Scorecard />
      ) : (
        <OwnStatement orderPath={side === "agency" ? undefined : paths[side].order} />
      )}
    </>
  );
}
