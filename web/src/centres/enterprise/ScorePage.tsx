/** 创新能力评分 of the enterprise. */
import { useQuery } from "@tanstack/react-query";
import { paths } from "@/app/paths";
import { scoreQuery } from "@/features/enterprises/queries";
import { ScoreCard } from "@/features/enterprises/ScoreCard";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";

const { enterprise } = paths;

export function ScorePage() {
  const query = useQuery(scoreQuery);
  return (
    <>
      <PageHeader
        title="创新能力评分"
        description="根据企业档案计算，档案更新后随即变化。每一项的数值、来源、得分和提高办法都在这里。"
      />
      <Loaded query={query} rows={10}>
        {(score) => (
          <ScoreCard
            score={score}
            editPath={`${enterprise.profile}?edit=1`}
            objectionPath={`${enterprise.newComplaint}?kind=objection&to=score`}
          />
        )}
      </Loaded>
    </>
  );
}
