/** A second credit that needs the operator: the ratings after the first loan are missing or low. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import { ReasonIn } from "@/api/limits.gen";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import styles from "@/features/orders/orders.module.css";
import { SecondInfo } from "@/features/orders/secondCredit/SecondDetail";
import { SecondOutcome, SecondTermsCard } from "@/features/orders/secondCredit/SecondFacts";
import { ReviewDecisions } from "@/features/reviews/ReviewDecisions";
import { SECOND_KIND, SECOND_NEXT, SECOND_SIDE, SECOND_STATE } from "@/labels/second";
import { Card } from "@/ui/Card";
import { ReviewItem } from "@/ui/desk/ReviewItem";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { useReviewHead } from "./useReviewHead";

export function SecondReviewPage() {
  const { id = "" } = useParams();
  const query = useQuery(readQuery("second-credits", "/operator/second-credits/{id}", { path: { id } }));
  return (
    <Loaded query={query} rows={8}>
      {(second) => <Review second={second} />}
    </Loaded>
  );
}

function Review({ second }: { second: Schema<"SecondReviewView"> }) {
  const waiting = second.state === "reviewing";
  const head = useReviewHead(waiting);
  return (
    <ReviewItem
      head={
        <PageHeader
          {...head}
          title={`${SECOND_KIND[second.kind]} ${second.no}`}
          description={SECOND_NEXT[second.state]}
          status={<StatusTag label={SECOND_STATE[second.state]} />}
        />
      }
      bar={<Decision second={second} waiting={waiting} />}
      beside={
        <>
          <SecondInfo second={second} />
          <Card title="进展记录">
            <Timeline items={second.timeline} />
          </Card>
        </>
      }
    >
      <Card title="上一笔贷款的互评">
        <ul className="plain-list">
          {second.marks.map((mark) => (
            <li key={mark.from}>
              <strong>{SECOND_SIDE[mark.from]}评价对方：</strong>
              {mark.overall === null ? "没有有效评价" : `${mark.overall} 星`}
              {mark.text && <p className={styles.longText}>{mark.text}</p>}
            </li>
          ))}
        </ul>
      </Card>
      <SecondOutcome second={second} />
      <SecondTermsCard second={second} />
    </ReviewItem>
  );
}

function Decision({ second, waiting }: { second: Schema<"SecondReviewView">; waiting: boolean }) {
  const params = { path: { id: second.id }, header: ifMatch(second.version) };
  return (
    <ReviewDecisions
      kind="second_credit"
      waiting={waiting}
      changes="second_credits"
      limit={ReasonIn.reason}
      approval={second.kind === "extension" ? "通过后由机构审批展期。" : "通过后新的对接单直接进入授信审批。"}
      approve={(_, headers) => unwrap(api.POST("/operator/second-credits/{id}/approve", { params, headers }))}
      refuse={(reason, headers) =>
        unwrap(api.POST("/operator/second-credits/{id}/refuse", { params, body: { reason }, headers }))
      }
    />
  );
}
