/** Begins an application for an item, or leads to the draft that there is. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { formatTime } from "@/lib/dates";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { applicationsQuery } from "./queries";

type Props = {
  policyId: string;
  editPath: (id: string) => string;
  onBegun: (id: string) => void;
};

export function StartApplication({ policyId, editPath, onBegun }: Props) {
  const drafts = useQuery(applicationsQuery({ state: "draft", size: 100 }));
  const begin = useIntent(
    (_: undefined, headers) =>
      unwrap(
        api.POST("/enterprise/policies/{id}/applications", { params: { path: { id: policyId } }, headers }),
      ),
    { changes: "applications", onSuccess: ({ id }) => onBegun(id) },
  );
  const own = drafts.data?.items.filter((one) => one.policy_id === policyId) ?? [];
  return (
    <div className="stack">
      {own.map((one) => (
        <p key={one.id} className="notice tone-info">
          您有一份没有提交的草稿，{formatTime(one.updated_at)} 保存。{" "}
          <Link to={editPath(one.id)}>继续填写</Link>
        </p>
      ))}
      <ProblemAlert problem={begin.error} />
      <div>
        <Button
          type={own.length > 0 ? "default" : "primary"}
          loading={begin.isPending}
          disabled={drafts.isPending}
          onClick={() => begin.mutate(undefined)}
        >
          {own.length > 0 ? "另填一份" : "开始填写"}
        </Button>
      </div>
    </div>
  );
}
