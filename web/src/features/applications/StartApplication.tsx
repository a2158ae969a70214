/** Begins an application for an item, or leads to what there is of one already. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { applicationsQuery, appliedOf, ownOf } from "@/api/applications";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { APPLICATION_STATE } from "@/labels/applications";
import { formatTime } from "@/lib/dates";
import { ProblemAlert } from "@/ui/ProblemAlert";

type Props = {
  policyId: string;
  /** The version of the item that is applied for. */
  number: number;
  editPath: (id: string) => string;
  viewPath: (id: string) => string;
  onBegun: (id: string) => void;
};

export function StartApplication({ policyId, number, editPath, viewPath, onBegun }: Props) {
  const query = useQuery(applicationsQuery({ size: 100 }));
  const begin = useIntent(
    (_: undefined, headers) =>
      unwrap(
        api.POST("/enterprise/policies/{id}/applications", { params: { path: { id: policyId } }, headers }),
      ),
    { changes: "applications", onSuccess: ({ id }) => onBegun(id) },
  );
  const rows = query.data?.items.filter((one) => one.policy_id === policyId) ?? [];
  const own = ownOf(appliedOf(rows).get(policyId), number);
  const drafts = rows.filter(({ state }) => state === "draft");
  const held = rows.find(({ id }) => id === own?.id && own.stands === "held");
  return (
    <div className="stack">
      {held && (
        <p className="notice tone-info">
          {`贵企业已申请过该事项（${held.no}，${APPLICATION_STATE[held.state].text}），不能重复申请。`}{" "}
          <Link to={viewPath(held.id)}>查看申请</Link>
        </p>
      )}
      {drafts.map((one) => (
        <p key={one.id} className="notice tone-info">
          您有一份没有提交的草稿，{formatTime(one.updated_at)} 保存。{" "}
          <Link to={editPath(one.id)}>继续填写</Link>
        </p>
      ))}
      <ProblemAlert problem={begin.error} />
      {!held && (
        <div>
          <Button
            type={own ? "default" : "primary"}
            loading={begin.isPending}
            disabled={query.isPending}
            onClick={() => begin.mutate(undefined)}
          >
            {drafts.length > 0 ? "另填一份" : "开始填写"}
          </Button>
        </div>
      )}
    </div>
  );
}
