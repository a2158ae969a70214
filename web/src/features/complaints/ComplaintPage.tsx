/** One complaint for any viewer: what was said by whom, what is due, what can be done now. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import {
  COMPLAINT_KIND,
  COMPLAINT_STATE,
  DISPUTED_FIGURE,
  FINDING,
  OBJECTION_SUBJECT,
} from "@/labels/complaints";
import { textOf } from "@/labels/label";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { FileLinks, ownFile } from "@/ui/FileLinks";
import { NowPage, type Track, type Turn, YOUR_TURN } from "@/ui/now/NowPage";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { DateText } from "@/ui/Values";
import styles from "./complaints.module.css";
import { type ComplaintViewer, complaintQuery } from "./queries";

type Props = {
  viewer: ComplaintViewer;
  id: string;
  back: string;
  /** Page of the order, where this reader has one. */
  order?: (id: string) => string;
  actions: (complaint: Schema<"ComplaintView">) => ReactNode;
};

/** What happens next, to whoever reads it. */
function next({ state, own, turn, owing }: Schema<"ComplaintView">): string {
  switch (state) {
    case "open":
      return "平台会尽快受理并指定经办人。";
    case "assigned":
    case "reopened":
      return "平台正在核查，答复后会通知提出方。";
    case "answered":
      return own && turn === "complainant"
        ? "平台已答复。满意请确认；不满意可要求重新处理，逾期视为确认。"
        : "平台已答复，等待提出方确认，逾期视为确认。";
    case "confirmed":
      return owing ? "答复已确认，整改完成后办结。" : "答复已确认。";
    case "closed":
      return "已办结。";
  }
}

const FILES: Record<ComplaintViewer, (complaint: string) => (file: string) => string> = {
  own: () => ownFile,
  operator: (id) => (file) => `/operator/complaints/${id}/attachments/${file}`,
  government: (id) => (file) => `/government/complaints/${id}/attachments/${file}`,
};

/** An incident that turns out justified is put right after its answer. */
function track({ state, owing }: Schema<"ComplaintView">): Track {
  const steps = [
    "提出",
    "受理",
    "核查答复",
    "提出方确认",
    ...(owing || state === "confirmed" ? ["整改"] : []),
  ];
  const at = { open: 1, assigned: 2, reopened: 2, answered: 3, confirmed: 4, closed: steps.length };
  return { steps, at: at[state] };
}

function turnOf(
  { turn, own, actions, owing }: Schema<"ComplaintView">,
  viewer: ComplaintViewer,
): Turn | null {
  const able = actions.some(({ allowed }) => allowed);
  if (turn === "complainant") return own && able ? YOUR_TURN : { who: own ? "本单位" : "提出方" };
  if (turn === "operator" || owing) return viewer === "operator" && able ? YOUR_TURN : { who: "平台" };
  return null;
}

export function ComplaintPage({ viewer, id, back, order, actions }: Props) {
  const query = useQuery(complaintQuery(viewer, id));
  const complaint = query.data;
  return (
    <NowPage
      title={complaint ? complaint.title : "投诉与异议"}
      status={complaint && <StatusTag label={COMPLAINT_STATE[complaint.state]} />}
      back={{ to: back, label: "投诉与异议" }}
      now={
        complaint && {
          next: next(complaint),
          track: track(complaint),
          turn: turnOf(complaint, viewer),
          due: complaint.due,
        }
      }
      actions={complaint && actions(complaint)}
    >
      <Loaded query={query} rows={8}>
        {(data) => (
          <div className="columns">
            <div className="stack">
              <Said complaint={data} viewer={viewer} />
              <Answer complaint={data} />
            </div>
            <div className="stack">
              <Card title="办理信息">
                <Facts complaint={data} order={order} />
              </Card>
              <Card title="办理记录">
                <Timeline items={data.timeline} />
              </Card>
            </div>
          </div>
        )}
      </Loaded>
    </NowPage>
  );
}

function Said({ complaint, viewer }: { complaint: Schema<"ComplaintView">; viewer: ComplaintViewer }) {
  return (
    <Card title={COMPLAINT_KIND[complaint.kind]}>
      {complaint.figure && (
        <Descriptions
          columns={2}
          items={[
            { label: "有异议的数据", value: DISPUTED_FIGURE[complaint.figure] },
            { label: "提出方认为应为", value: complaint.claimed },
          ]}
        />
      )}
      <p className={styles.said}>{complaint.text}</p>
      {(complaint.own || viewer !== "own") && (
        <>
          <h3 className={styles.saidPart}>附件</h3>
          <FileLinks files={complaint.files} href={FILES[viewer](complaint.id)} />
        </>
      )}
      {complaint.statement && (
        <>
          <h3 className={styles.saidPart}>
            被反映方的说明（
            <DateText value={complaint.stated_at} mode="time" />）
          </h3>
          <p className={styles.said}>{complaint.statement}</p>
        </>
      )}
    </Card>
  );
}

function Answer({ complaint }: { complaint: Schema<"ComplaintView"> }) {
  if (!complaint.answer)
    return (
      <Card title="平台答复">
        <EmptyState title="还没有答复" hint="答复、核查结论和整改情况会显示在这里。" />
      </Card>
    );
  return (
    <Card title="平台答复" extra={complaint.finding && <StatusTag label={FINDING[complaint.finding]} />}>
      <p className={styles.said}>{complaint.answer}</p>
      <p className="card-note">
        <DateText value={complaint.answered_at} mode="time" />
        {complaint.handler && ` · ${complaint.handler}`}
        {complaint.state === "reopened" && " · 提出方已要求重新处理"}
      </p>
      {complaint.rectification && (
        <>
          <h3 className={styles.saidPart}>整改（{complaint.rectified_on} 完成）</h3>
          <p className={styles.said}>{complaint.rectification}</p>
        </>
      )}
      {complaint.owing && <p className="notice tone-warn form-note">核查属实，整改还没有完成。</p>}
    </Card>
  );
}

function Facts({ complaint, order }: { complaint: Schema<"ComplaintView">; order?: (id: string) => string }) {
  const { order_id: orderId, order_no: orderNo } = complaint;
  const linked = order && orderId && orderNo;
  return (
    <Descriptions
      columns={1}
      items={[
        { label: "编号", value: complaint.no },
        {
          label: "提出方",
          value: complaint.own ? "本单位" : (complaint.complainant ?? "企业（未公开身份）"),
        },
        ...(complaint.order_id
          ? [{ label: "被反映方", value: complaint.about ?? "企业（未公开身份）" }]
          : []),
        ...(complaint.objection_to
          ? [{ label: "异议对象", value: textOf(OBJECTION_SUBJECT, complaint.objection_to) }]
          : []),
        ...(orderNo
          ? [{ label: "对接单", value: linked ? <Link to={order(orderId)}>{orderNo}</Link> : orderNo }]
          : []),
        { label: "经办人", value: complaint.handler },
        { label: "提出时间", value: <DateText value={complaint.opened_at} mode="time" /> },
        { label: "重新处理", value: `${complaint.reopened} 次` },
        { label: "抄送政府", value: complaint.copied ? "是" : "否" },
        { label: "办结时间", value: <DateText value={complaint.closed_at} mode="time" /> },
      ]}
    />
  );
}
