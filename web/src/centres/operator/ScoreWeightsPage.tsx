/** 评分权重: the operator's dated weights of the innovation score. */
import { WeightTables } from "@/features/scoreWeights/WeightTables";
import { PageHeader } from "@/ui/PageHeader";

export function ScoreWeightsPage() {
  return (
    <>
      <PageHeader
        title="创新能力评分权重"
        description="各阶段各项指标的权重、零分值和满分值。新表从生效日期起计算，已生效的不再修改。"
      />
      <WeightTables />
    </>
  );
}
