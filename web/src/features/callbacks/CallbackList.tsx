/** 满意度回访: enterprises to call, those that are due first at first; what they said once they were called. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { listQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { keeping, oneOf, openTab, useListParams } from "@/api/useListParams";
import {
  CALLBACK_ANSWER,
  CALLBACK_QUESTION,
  CALLBACK_STATE,
  type CallbackQuestion,
} from "@/labels/callbacks";
import { options } from "@/labels/label";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { type Column, DataTable } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { FilterTabs } from "@/ui/FilterTabs";
import { lazyPart } from "@/ui/lazyPart";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useDialog } from "@/ui/useDialog";
import { Count, DateText } from "@/ui/Values";
import styles from "./callbacks.module.css";

const AnswerDialog = lazyPart(() => import("./AnswerDialog").then((m) => m.AnswerDialog));

type Callback = Schema<"CallbackView">;

const TABS = options(CALLBACK_STATE).map(({ value, label }) => ({
  value: value === "open" ? undefined : value,
  label,
}));

const QUESTIONS = Object.keys(CALLBACK_QUESTION) as CallbackQuestion[];

/** The number to call: only in memory of this page, and each look is noted. */
function Mobile({ callback }: { callback: Callback }) {
  const [mobile, setMobile] = useState<string | null>(null);
  const look = useIntent(
    (id: string, headers) =>
      unwrap(api.POST("/operator/callbacks/{id}/mobile", { params: { path: { id } }, headers })),
    { onSuccess: (answer) => setMobile(answer.mobile) },
  );
  if (mobile)
    return (
      <a className="num tall-link" href={`tel:${mobile}`}>
        {mobile}
      </a>
    );
  return (
    <>
      <Button
        size="small"
        loading={look.isPending}
        onClick={() => look.mutate(callback.id)}
        aria-label={`显示${callback.enterprise_name}的号码`}
      >
        显示号码
      </Button>
      <ProblemAlert problem={look.error} />
    </>
  );
}

function Answers({ answers }: { answers: Callback["answers"] }) {
  if (!answers) return "—";
  return (
    <div className={styles.answers}>
      {QUESTIONS.map((question) => (
        <span key={question}>
          {CALLBACK_QUESTION[question]} <StatusTag label={CALLBACK_ANSWER[question][answers[question]]} />
        </span>
      ))}
      {answers.note && <span className={styles.note}>{answers.note}</span>}
    </div>
  );
}

const COLUMNS: Column<Callback>[] = [
  { key: "enterprise", title: "企业", primary: true, render: (row) => row.enterprise_name },
  { key: "institution", title: "机构", render: (row) => row.institution_name },
  { key: "order", title: "对接单号", hideOnPhone: true, render: (row) => row.order_no },
];

const WAITING: Column<Callback>[] = [
  { key: "contact", title: "联系人", render: (row) => row.contact_name ?? "—" },
  { key: "mobile", title: "号码", render: (row) => <Mobile callback={row} /> },
  { key: "due", title: "时限", badge: true, render: (row) => <DueText due={row.due} short /> },
];

const MISSED: Column<Callback>[] = [
  { key: "missed", title: "未接通", render: (row) => <Count value={row.missed} unit="次" /> },
  { key: "called", title: "上次拨打", render: (row) => <DateText value={row.called_at} mode="time" /> },
];

const DONE: Column<Callback>[] = [
  { key: "answers", title: "回访结果", render: (row) => <Answers answers={row.answers} /> },
  { key: "called", title: "回访时间", render: (row) => <DateText value={row.called_at} mode="time" /> },
];

const OF_STATE: Record<Schema<"CallbackState">, Column<Callback>[]> = {
  open: WAITING,
  missed: [...MISSED, ...WAITING],
  done: DONE,
};

const HINT: Record<Schema<"CallbackState">, string> = {
  open: "贷款放款后，平台按比例抽取企业回访，抽中的会列在这里。",
  missed: "没有接通的会列在这里，可以再次拨打。",
  done: "企业答复后会列在这里，并计入机构考核的回访满意率。",
};

export function CallbackList({ enterprise }: { enterprise: (id: string) => string }) {
  const list = keeping(useListParams(), "state");
  const state = oneOf(list.filters.state, CALLBACK_STATE) ?? "open";
  const { page, size } = list;
  const query = useQuery(listQuery("callbacks", "/operator/callbacks", { query: { state, page, size } }));
  const { open, show, close, done } = useDialog<{ key: "answer" | "miss"; callback: Callback }>();
  const buttons = (callback: Callback) => (
    <>
      <Button
        onClick={() => show({ key: "answer", callback })}
        aria-label={`登记回访：${callback.enterprise_name}`}
      >
        登记回访
      </Button>{" "}
      <Button
        onClick={() => show({ key: "miss", callback })}
        aria-label={`未接通：${callback.enterprise_name}`}
      >
        未接通
      </Button>
    </>
  );
  return (
    <>
      <FilterTabs
        label="回访状态"
        tabs={TABS}
        value={state === "open" ? undefined : state}
        onChange={(next) => openTab(list, "state", next)}
      />
      <Card flush>
        <DataTable
          caption={`${CALLBACK_STATE[state].text}的企业`}
          columns={[...COLUMNS, ...OF_STATE[state]]}
          query={query}
          list={list}
          rowKey={(row) => row.id}
          rowLink={(row) => enterprise(row.enterprise_id)}
          actions={state === "done" ? undefined : buttons}
          empty={<EmptyState title={`没有${CALLBACK_STATE[state].text}的企业`} hint={HINT[state]} />}
        />
      </Card>
      {open?.key === "answer" && <AnswerDialog callback={open.callback} onDone={done} onClose={close} />}
      {open?.key === "miss" && (
        <ConfirmDialog
          title="登记未接通？"
          okText="登记未接通"
          write={(_, headers) =>
            unwrap(
              api.POST("/operator/callbacks/{id}/miss", {
                params: { path: { id: open.callback.id }, header: ifMatch(open.callback.version) },
                headers,
              }),
            )
          }
          changes="callbacks"
          onDone={() => done("已登记，可以稍后再次拨打")}
          onClose={close}
        >
          {open.callback.enterprise_name}没有接听。登记后列入“未接通”，时限不变。
        </ConfirmDialog>
      )}
    </>
  );
}
