/** Begins an application for an item, or leads to what there is of one already. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { applicationsQuery, appliedOf } from "@/api/applications";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { APPLICATION_STATE } from "@/labels/applications";
import { formatTime } from "@/lib/dates";
import { ProblemAlert } from "@/ui/ProblemAlert";

type Props = {
  policyId: string;
  editPath: (id: string) => string;
  viewPath: (id: string) => string;
  onBegun: (id: string) => void;
};

export function StartApplication({ policyId, editPath, viewPath, onBegun }: Props) {
  const query = useQuery(applicationsQuery({ size: 100 }));
  const begin = useIntent(
    (_: undefined, headers) =>
      unwrap(
        api.POST("/enterprise/policies/{id}/applications", { params: { path: { id: policyId } }, headers }),
      ),
    { changes: "applications", onSuccess: ({ id }) => onBegun(id) },
  );
  const own = query.data?.items.filter((one) => one.policy_id === policyId) ?? [];
  const drafts = own.filter(({ state }) => state === "draft");
  const applied = appliedOf(own).get(policyId);
  const held = own.find(({ id }) => id === applied?.id && applied.stands !== "draft");
  return (
    <div className="stack">
      {held && (
        <p className="notice tone-info">
          贵企业已申请过该事项（{held.no}，{APPLICATION_STATE[held.state].text}）
          {applied?.stands === "given" ? "，同一版本不能重复享受。" : "，办结前不能再次提交。"}{" "}
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
      {applied?.stands !== "running" && (
        <div>
          <Button
            type={applied ? "default" : "primary"}
            loading={begin.isPending}
            disabled={query.isPending}
            onClick={() => begin.mutate(undefined)}
          >
            {drafts.length > 0 ? "另填一份" : held ? "再次申请" : "开始填写"}
          </Button>
        </div>
      )}
    </div>
  );
}
