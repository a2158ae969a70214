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
import { REFUSALS } from "@/labels/opinions";
import { SECOND_KIND, SECOND_NEXT, SECOND_SIDE, SECOND_STATE } from "@/labels/second";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useDecision } from "@/ui/desk/DeskContext";
import { ReviewBar } from "@/ui/desk/ReviewBar";
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
  const { open, show, close, decided, deciding } = useDecision<"allow" | "forbid">();
  const params = { path: { id: second.id }, header: ifMatch(second.version) };
  return (
    <>
      <ReviewBar
        waiting={waiting}
        decisions={{
          approve: {
            label: "审核通过",
            andNext: "通过并下一件",
            primary: true,
            onClick: () => show("allow"),
          },
          refuse: { label: "不予通过", onClick: () => show("forbid") },
        }}
      />
      {open === "allow" && (
        <ConfirmDialog
          title="审核通过？"
          okText="通过"
          write={deciding((_, headers) =>
            unwrap(api.POST("/operator/second-credits/{id}/approve", { params, headers })),
          )}
          changes="second_credits"
          onDone={() => decided("审核通过，双方会收到通知")}
          onClose={close}
        >
          {second.kind === "extension" ? "通过后由机构审批展期。" : "通过后新的对接单直接进入授信审批。"}
        </ConfirmDialog>
      )}
      {open === "forbid" && (
        <ConfirmDialog
          title="不予通过？"
          okText="不予通过并通知"
          danger
          reason={{
            label: "理由",
            limit: ReasonIn.reason,
            placeholder: "双方都会看到，请写明核实情况",
            canned: REFUSALS.second_credit,
          }}
          write={deciding((reason, headers) =>
            unwrap(api.POST("/operator/second-credits/{id}/refuse", { params, body: { reason }, headers })),
          )}
          changes="second_credits"
          onDone={() => decided("已不予通过，并通知双方")}
          onClose={close}
        >
          本次二次授信结束，双方可以改善后再次提出。
        </ConfirmDialog>
      )}
    </>
  );
}
