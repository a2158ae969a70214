/** One notice of a changed policy, for the department that reported it and for the operator. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { ADJUSTMENT_STATE, namedText } from "@/labels/adjustments";
import { formatDate, formatTime } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { NowActions } from "@/ui/now/NowActions";
import { NowPage, type Track, type Turn, YOUR_TURN } from "@/ui/now/NowPage";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import styles from "@/ui/versions.module.css";
import { AdjustmentActions } from "./AdjustmentActions";
import { type AdjustmentViewer, adjustmentQuery } from "./queries";

type Notice = Schema<"AdjustmentDetail">;

type Props = {
  viewer: AdjustmentViewer;
  id: string;
  back: string;
  /** The page of an item for this viewer. */
  itemLink: (id: string) => string;
  /** For the department: writes one that was given back anew, with what it said. */
  onAgain?: (id: string) => void;
};

function next({ state, named, handler }: Notice, viewer: AdjustmentViewer): string {
  const left = named.filter((item) => !item.renewed).length;
  switch (state) {
    case "reported":
      return viewer === "operator" ? "受理后核对事项是否已更新，或发布调整说明。" : "等待平台受理。";
    case "taken":
      if (left === 0) return "涉及的事项都已发布新版本，可以确认。";
      return viewer === "operator"
        ? `还有 ${left} 个事项没有发布新版本：等部门发布后确认，或发布调整说明。`
        : `${handler ?? "平台"}已受理。需要修改条件、标准的，请尽快发布事项的新版本。`;
    case "renewed":
      return "涉及的事项都已发布新版本。";
    case "explained":
      return "调整说明已显示在涉及的事项的页面上。";
    case "recalled":
      return "调整说明已从事项的页面撤下。";
    case "returned":
      return viewer === "operator"
        ? "已退回部门；部门核对后可以重新提交。"
        : "已退回，请按退回的原因修改后重新提交；原来填写的内容会带入。";
  }
}

function track({ state }: Notice): Track {
  const steps = ["提交", "受理", "办结"];
  if (state === "returned") return { steps, at: 2, stopped: true };
  return { steps, at: { reported: 1, taken: 2, renewed: 3, explained: 3, recalled: 3 }[state] };
}

function turn({ actions, due }: Notice): Turn | null {
  if (!due) return null;
  return actions.some(({ allowed }) => allowed) ? YOUR_TURN : { who: "平台" };
}

export function AdjustmentView({ viewer, id, back, itemLink, onAgain }: Props) {
  const query = useQuery(adjustmentQuery(viewer, id));
  const notice = query.data;
  return (
    <NowPage
      title={notice ? namedText(notice) : "政策调整通知"}
      status={notice && <StatusTag label={ADJUSTMENT_STATE[notice.state]} />}
      back={{ to: back, label: "政策调整通知" }}
      now={
        notice && {
          next: next(notice, viewer),
          track: track(notice),
          turn: turn(notice),
          due: notice.due,
        }
      }
      actions={
        notice &&
        (onAgain && notice.state === "returned" ? (
          <NowActions
            allowed={[{ key: "again", label: "修改后重新提交", primary: true, onClick: () => onAgain(id) }]}
          />
        ) : (
          <AdjustmentActions notice={notice} viewer={viewer} />
        ))
      }
    >
      <Loaded query={query} rows={8}>
        {(data) => <Content notice={data} itemLink={itemLink} />}
      </Loaded>
    </NowPage>
  );
}

function Content({ notice, itemLink }: { notice: Notice; itemLink: (id: string) => string }) {
  return (
    <div className="columns">
      <div className="stack">
        {notice.reason && (
          <p className="notice tone-err">
            {notice.state === "recalled" ? "撤下说明的原因" : "退回的原因"}：{notice.reason}
          </p>
        )}
        {notice.explanation && (
          <Card title="调整说明">
            <Descriptions
              columns={1}
              items={[
                { label: "发布时间", value: formatTime(notice.ended_at) },
                { label: "内容", value: notice.explanation, wide: true },
              ]}
            />
          </Card>
        )}
        <Card title="通知内容">
          <Descriptions
            items={[
              { label: "部门", value: notice.department },
              { label: "提交人", value: notice.reported_by },
              { label: "生效日期", value: formatDate(notice.effective_on) },
              { label: "文号", value: notice.basis },
              {
                label: "原文",
                value: notice.link && (
                  <a href={notice.link} target="_blank" rel="noreferrer">
                    查看原文
                  </a>
                ),
              },
              { label: "受理人", value: notice.handler },
              { label: "调整的内容", value: notice.change, wide: true },
            ]}
          />
        </Card>
      </div>
      <div className="stack">
        <Card title="涉及的事项">
          <ul className={styles.versionList}>
            {notice.named.map((item) => (
              <li key={item.policy_id}>
                <Link to={itemLink(item.policy_id)}>{item.title}</Link>{" "}
                {item.renewed ? (
                  <StatusTag label={{ text: `已更新为第 ${item.published} 版`, tone: "ok" }} />
                ) : (
                  <StatusTag label={{ text: `第 ${item.number} 版，未更新`, tone: "neutral" }} />
                )}
              </li>
            ))}
          </ul>
          <p className="card-note">{notice.no}</p>
        </Card>
        <Card title="办理进展">
          <Timeline items={notice.timeline} />
        </Card>
      </div>
    </div>
  );
}
