/** A second credit that needs the operator: the ratings after the first loan are missing or low. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import { ReasonIn } from "@/api/limits.gen";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import styles from "@/features/orders/orders.module.css";
import { SecondInfo } from "@/features/orders/secondCredit/SecondDetail";
import { SecondOutcome, SecondTermsCard } from "@/features/orders/secondCredit/SecondFacts";
import { SECOND_KIND, SECOND_NEXT, SECOND_SIDE, SECOND_STATE } from "@/labels/second";
import { ActionBar } from "@/ui/ActionBar";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { useDialog } from "@/ui/useDialog";

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
  return (
    <>
      <PageHeader
        title={`${SECOND_KIND[second.kind]} ${second.no}`}
        description={SECOND_NEXT[second.state]}
        back={{ to: paths.operator.home, label: "审核工作台" }}
        status={<StatusTag label={SECOND_STATE[second.state]} />}
      />
      <Decision second={second} />
      <div className="columns">
        <div className="stack">
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
        </div>
        <div className="stack">
          <SecondInfo second={second} />
          <Card title="进展记录">
            <Timeline items={second.timeline} />
          </Card>
        </div>
      </div>
    </>
  );
}

function Decision({ second }: { second: Schema<"SecondReviewView"> }) {
  const { open, show, close, done } = useDialog<"allow" | "forbid">();
  const params = { path: { id: second.id }, header: ifMatch(second.version) };
  const waiting = second.state === "reviewing";
  return (
    <>
      {waiting && (
        <ActionBar
          actions={[
            { key: "allow", label: "审核通过", primary: true, onClick: () => show("allow") },
            { key: "forbid", label: "审核不通过", onClick: () => show("forbid") },
          ]}
        />
      )}
      {open === "allow" && (
        <ConfirmDialog
          title="审核通过？"
          okText="通过"
          write={(_, headers) =>
            unwrap(api.POST("/operator/second-credits/{id}/approve", { params, headers }))
          }
          changes="second_credits"
          onDone={() => done("审核通过，双方会收到通知")}
          onClose={close}
        >
          {second.kind === "extension" ? "通过后由机构审批展期。" : "通过后新的对接单直接进入授信审批。"}
        </ConfirmDialog>
      )}
      {open === "forbid" && (
        <ConfirmDialog
          title="审核不通过？"
          okText="不通过"
          danger
          reason={{ label: "理由", limit: ReasonIn.reason, placeholder: "双方都会看到，请写明核实情况" }}
          write={(reason, headers) =>
            unwrap(api.POST("/operator/second-credits/{id}/refuse", { params, body: { reason }, headers }))
          }
          changes="second_credits"
          onDone={() => done("审核未通过，双方会收到原因")}
          onClose={close}
        >
          本次二次授信结束，双方可以改善后再次提出。
        </ConfirmDialog>
      )}
    </>
  );
}
