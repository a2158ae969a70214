/** One application: where it stands, what has to be done, what was handed in. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import { paths } from "@/app/paths";
import { ApplicationActions } from "@/features/applications/ApplicationActions";
import { ApplicationContentView } from "@/features/applications/ApplicationContentView";
import { applicationNow } from "@/features/applications/applicationNow";
import type { Detail } from "@/features/applications/content";
import { applicationQuery } from "@/features/applications/queries";
import { APPLICATION_STATE } from "@/labels/applications";
import { Card } from "@/ui/Card";
import { NowPage } from "@/ui/now/NowPage";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";

const { enterprise } = paths;

export function ApplicationPage() {
  const { id = "" } = useParams();
  const query = useQuery(applicationQuery(id));
  const navigate = useNavigate();
  const detail = query.data;
  return (
    <NowPage
      title={detail?.title ?? "政策申请"}
      status={detail && <StatusTag label={APPLICATION_STATE[detail.state]} />}
      back={{ to: enterprise.applications, label: "返回政策申请" }}
      now={detail && applicationNow(detail)}
      actions={
        detail && (
          <ApplicationActions
            detail={detail}
            onEdit={() => navigate(enterprise.editApplication(detail.id))}
            onDiscarded={() => navigate(enterprise.applications, { replace: true })}
          />
        )
      }
    >
      <Loaded query={query} rows={10}>
        {(data) => <Content detail={data} />}
      </Loaded>
    </NowPage>
  );
}

function Content({ detail }: { detail: Detail }) {
  return (
    <div className="columns">
      <div className="stack">
        {detail.state === "correction" && (
          <div className="notice tone-warn">
            <strong>需要补正 {detail.faults.length} 项</strong>
            <ul className="defect-list">
              {detail.faults.map(({ place, text }) => (
                <li key={`${place}${text}`}>{text}</li>
              ))}
            </ul>
          </div>
        )}
        {detail.reason && (
          <p className={detail.state === "withdrawn" ? "notice tone-neutral" : "notice tone-warn"}>
            原因：{detail.reason}
          </p>
        )}
        <ApplicationContentView detail={detail} />
      </div>
      <div className="stack">
        <Card title="事项">
          <p className="card-note">
            {detail.no ? `申请编号 ${detail.no}` : "提交后生成申请编号"} · {detail.department}
          </p>
          <p className="card-note">
            <Link to={paths.policyVersion(detail.policy_id, detail.number)}>
              查看申请适用的第 {detail.number} 版事项
            </Link>
          </p>
        </Card>
        <Card title="办理进展">
          <Timeline items={detail.timeline} />
        </Card>
      </div>
    </div>
  );
}
