/** An appeal against a rating: what was said by whom, and the ruling. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { api, unwrap } from "@/api/client";
import type { IntentHeader } from "@/api/intent";
import { RatingRulingIn } from "@/api/limits.gen";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { RatingFacts } from "@/features/orders/ratings/RatingFacts";
import { ReviewDecisions } from "@/features/reviews/ReviewDecisions";
import { APPEAL_STATE } from "@/labels/ratings";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { ReviewItem } from "@/ui/desk/ReviewItem";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { useReviewHead } from "./useReviewHead";

export function RatingAppealPage() {
  const { id = "" } = useParams();
  const query = useQuery(readQuery("reviews", "/operator/rating-appeals/{id}", { path: { id } }));
  return (
    <Loaded query={query} rows={8}>
      {(appeal) => <Appeal appeal={appeal} />}
    </Loaded>
  );
}

function Appeal({ appeal }: { appeal: Schema<"AppealView"> }) {
  const { rating } = appeal;
  const waiting = rating.appeal_state === "open";
  const head = useReviewHead(waiting);
  return (
    <ReviewItem
      head={
        <PageHeader
          {...head}
          title={`评价申诉：对接单 ${appeal.order_no}`}
          status={rating.appeal_state && <StatusTag label={APPEAL_STATE[rating.appeal_state]} />}
        />
      }
      bar={<Decision appeal={appeal} waiting={waiting} />}
      beside={
        <Card title="申诉信息">
          <Descriptions
            columns={1}
            items={[
              { label: "评价方", value: appeal.from_name },
              { label: "申诉方", value: appeal.to_name },
              { label: "申诉时间", value: <DateText value={appeal.appealed_at} mode="time" /> },
            ]}
          />
        </Card>
      }
    >
      <Card title="被申诉的评价">
        <RatingFacts rating={rating} />
      </Card>
    </ReviewItem>
  );
}

function Decision({ appeal, waiting }: { appeal: Schema<"AppealView">; waiting: boolean }) {
  const rule = (uphold: boolean) => (ruling: string, headers: IntentHeader) =>
    unwrap(
      api.POST("/operator/rating-appeals/{id}/rule", {
        params: { path: { id: appeal.id } },
        body: { uphold, ruling },
        headers,
      }),
    );
  return (
    <ReviewDecisions
      kind="rating_appeal"
      waiting={waiting}
      changes="ratings"
      limit={RatingRulingIn.ruling}
      approval="该评价将从所有统计中剔除，双方都会看到处理意见。此操作不能恢复。"
      approve={rule(true)}
      refuse={rule(false)}
    />
  );
}
