/** One policy item: where it stands, its versions, and what can be done. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { GenerateList } from "@/features/automatic/GenerateList";
import { PolicyActions } from "@/features/policies/PolicyActions";
import { policyQuery } from "@/features/policies/queries";
import { capText, POLICY_STATE, POLICY_VERSION_STATE, totalDays, windowText } from "@/labels/policies";
import { formatTime } from "@/lib/dates";
import type { Form } from "@/lib/forms/model";
import { PolicyReadout } from "@/lib/PolicyReadout";
import { Card } from "@/ui/Card";
import { lazyPart, Room } from "@/ui/lazyPart";
import { NowPage, type Track, type Turn, YOUR_TURN } from "@/ui/now/NowPage";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { DateText } from "@/ui/Values";
import styles from "@/ui/versions.module.css";

const { government } = paths;

const FormPreview = lazyPart(
  () => import("@/features/policies/builder/FormPreview").then((m) => m.FormPreview),
  <Room rem={30} />,
);

type Policy = Schema<"PolicyDetail">;

function next({ version_state, state, latest, publish_at, own }: Policy): string {
  switch (version_state) {
    case "draft":
      return `第 ${latest} 版还没有提交。填写完整后提交核校，通过后可以发布。`;
    case "checking":
      return `第 ${latest} 版等待编写、提交人以外的人员核校。`;
    case "returned":
      return `第 ${latest} 版被退回，请按核校意见修改后重新提交。`;
    case "checked":
      return own ? `第 ${latest} 版核校通过，可以立即或定时发布。` : `第 ${latest} 版核校通过，等待发布。`;
    case "scheduled":
      return `第 ${latest} 版将于 ${formatTime(publish_at)} 自动发布。`;
    case "published":
      if (state === "open") return "企业可以查看和办理。";
      if (state === "suspended") return "已暂停办理，企业可以看到原因。";
      return state === "closed" ? "已结束办理，发布新版本可以重新开始。" : "已归档。";
  }
}

function turn({ version_state, state, actions }: Policy): Turn | null {
  const may = (key: string) => actions.some(({ action, allowed }) => action === key && allowed);
  if (version_state === "checking") return may("check") ? YOUR_TURN : { who: "核校人员" };
  if (state === "archived" || version_state === "scheduled" || version_state === "published") return null;
  return may("submit") || may("publish") ? YOUR_TURN : { who: "编写部门" };
}

function track({ version_state, state }: Policy): Track {
  const steps = ["编写", "核校", "发布"];
  if (state === "archived") return { steps, at: 2, stopped: true };
  const at = { draft: 0, returned: 0, checking: 1, checked: 2, scheduled: 2, published: 3 };
  return { steps, at: at[version_state] };
}

export function PolicyPage() {
  const navigate = useNavigate();
  const { id = "" } = useParams();
  const query = useQuery(policyQuery(id));
  const policy = query.data;
  const days = totalDays(policy?.content.steps ?? []);
  return (
    <NowPage
      title={policy?.title ?? "政策事项"}
      status={policy && <StatusTag label={POLICY_STATE[policy.state]} />}
      back={{ to: government.policies, label: "政策事项" }}
      now={
        policy && {
          next: next(policy),
          track: track(policy),
          turn: turn(policy),
          figures: [
            { label: "兑现上限", value: capText(policy.content.standard?.cap) },
            { label: "办理时间", value: windowText(policy.window) },
            { label: "办理时限", value: days ? `${days} 个工作日` : "—" },
          ],
        }
      }
      actions={
        policy && <PolicyActions policy={policy} onEdit={() => navigate(government.editPolicy(policy.id))} />
      }
    >
      <Loaded query={query} rows={10}>
        {(data) => <Content policy={data} />}
      </Loaded>
    </NowPage>
  );
}

function Content({ policy }: { policy: Policy }) {
  const listed = policy.published !== null && policy.state !== "archived";
  return (
    <div className="columns">
      <div className="stack">
        {policy.version_state === "returned" && policy.opinion && (
          <p className="notice tone-err">核校意见：{policy.opinion}</p>
        )}
        {policy.reason && <p className="notice tone-warn">原因：{policy.reason}</p>}
        {listed && policy.published !== policy.latest && (
          <p className="notice tone-info">
            企业现在看到的是第 {policy.published} 版；以下为第 {policy.latest} 版的内容。
          </p>
        )}
        <Card title={`第 ${policy.latest} 版`}>
          <PolicyReadout
            content={policy.content}
            conditions={policy.conditions}
            window={policy.window}
            files={policy.attachments}
            fileLink={(file) => `/government/policies/${policy.id}/attachments/${file}`}
          />
        </Card>
        {policy.content.form && (
          <Card title="申报表单">
            <FormPreview form={policy.content.form as Form} />
          </Card>
        )}
      </div>
      <div className="stack">
        <Card title="核校">
          <p className="card-note">
            {policy.submitted_by
              ? `${policy.submitted_by}于 ${formatTime(policy.submitted_at)} 提交`
              : "还没有提交"}
          </p>
          {policy.checked_by && (
            <p className="card-note">
              {policy.checked_by}于 {formatTime(policy.checked_at)} 核校通过
              {policy.opinion ? `：${policy.opinion}` : ""}
            </p>
          )}
        </Card>
        <Card title="版本">
          <p className="card-note">
            {policy.no} · {policy.department}
          </p>
          <ul className={styles.versionList}>
            {policy.versions.map((version) => (
              <li key={version.number}>
                第 {version.number} 版 <StatusTag label={POLICY_VERSION_STATE[version.state]} />
                {version.number === policy.published && listed && " 现行"}
                <span className={styles.versionDate}>
                  <DateText value={version.published_at ?? version.created_at} />
                </span>
              </li>
            ))}
          </ul>
          {policy.own && policy.state === "open" && policy.content.mode === "automatic" && (
            <GenerateList policy={policy.id} link={government.automaticList} />
          )}
          {listed && (
            <p className="card-note">
              <Link to={paths.policy(policy.id)}>查看企业看到的页面</Link>
            </p>
          )}
          {listed && policy.own && (
            <p className="card-note">
              <Link to={`${government.newAdjustment}?policy=${policy.id}`}>报告政策调整</Link>
            </p>
          )}
        </Card>
        <Card title="办理进展">
          <Timeline items={policy.timeline} />
        </Card>
      </div>
    </div>
  );
}
