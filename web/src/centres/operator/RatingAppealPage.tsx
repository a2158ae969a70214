/** An appeal against a rating: what was said by whom, and the ruling. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { api, unwrap } from "@/api/client";
import { RatingRulingIn } from "@/api/limits.gen";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { RatingFacts } from "@/features/orders/ratings/RatingFacts";
import { REFUSALS, UPHELD } from "@/labels/opinions";
import { APPEAL_STATE } from "@/labels/ratings";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Descriptions } from "@/ui/Descriptions";
import { useDecision } from "@/ui/desk/DeskContext";
import { ReviewBar } from "@/ui/desk/ReviewBar";
import { ReviewItem } from "@/ui/desk/ReviewItem";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { useReviewHead } from "./useReviewHead";

const RULINGS = {
  uphold: {
    title: "申诉成立？",
    ok: "成立，评价不再计入",
    text: "该评价将从所有统计中剔除，双方都会看到处理意见。此操作不能恢复。",
    canned: UPHELD,
  },
  reject: {
    title: "申诉不成立？",
    ok: "不成立，评价保留",
    text: "评价保留并继续计入，申诉方会收到处理意见。",
    canned: REFUSALS.rating_appeal,
  },
} as const;

type Ruling = keyof typeof RULINGS;

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
  const { open: dialog, show, close, decided, deciding } = useDecision<Ruling>();
  return (
    <>
      <ReviewBar
        waiting={waiting}
        decisions={{
          approve: {
            label: "申诉成立",
            andNext: "申诉成立并下一件",
            primary: true,
            onClick: () => show("uphold"),
          },
          refuse: { label: "申诉不成立", onClick: () => show("reject") },
        }}
      />
      {dialog && (
        <ConfirmDialog
          title={RULINGS[dialog].title}
          okText={RULINGS[dialog].ok}
          reason={{
            label: "处理意见",
            limit: RatingRulingIn.ruling,
            placeholder: "双方都会看到，请写明核实情况",
            canned: RULINGS[dialog].canned,
          }}
          write={deciding((ruling, headers) =>
            unwrap(
              api.POST("/operator/rating-appeals/{id}/rule", {
                params: { path: { id: appeal.id } },
                body: { uphold: dialog === "uphold", ruling },
                headers,
              }),
            ),
          )}
          changes="ratings"
          onDone={() => decided("已处理，申诉方会收到通知")}
          onClose={close}
        >
          {RULINGS[dialog].text}
        </ConfirmDialog>
      )}
    </>
  );
}
