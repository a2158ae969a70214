/** One organisation's points for the operator: everything that it sees itself, with findings and corrections. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { CorrectionReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { POINT_EVENT, pointsText } from "@/labels/points";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { useToast } from "@/ui/Toast";
import { EntryList, entrySearch } from "./EntryList";
import { organizationEntriesQuery } from "./queries";
import { Balance, GradeCard } from "./StatementSummary";

const FindingDialog = lazyPart(() => import("./FindingDialog").then((m) => m.FindingDialog));

export function OrganizationLedger({ statement }: { statement: Schema<"OrganizationStatement"> }) {
  const list = useListParams();
  const entries = useQuery(organizationEntriesQuery(statement.id, entrySearch(list)));
  const [finding, setFinding] = useState(false);
  const [wrong, setWrong] = useState<Schema<"EntryView"> | null>(null);
  return (
    <div className="stack">
      {statement.side !== "agency" && (
        <div className="action-bar">
          <div className="action-bar-buttons">
            <Button type="primary" onClick={() => setFinding(true)}>
              登记扣分认定
            </Button>
          </div>
        </div>
      )}
      <Balance statement={statement} />
      <GradeCard statement={statement} />
      <EntryList
        query={entries}
        list={list}
        events={statement.rules.map((rule) => rule.event)}
        actions={(row) =>
          row.kind === "correction" || row.reversed ? null : (
            <Button
              size="small"
              aria-label={`冲正：${POINT_EVENT[row.event]} ${pointsText(row.points)}`}
              onClick={() => setWrong(row)}
            >
              冲正
            </Button>
          )
        }
      />
      {finding && <FindingDialog statement={statement} onClose={() => setFinding(false)} />}
      {wrong && <Correction org={statement.id} entry={wrong} onClose={() => setWrong(null)} />}
    </div>
  );
}

function Correction({
  org,
  entry,
  onClose,
}: {
  org: string;
  entry: Schema<"EntryView">;
  onClose: () => void;
}) {
  const toast = useToast();
  return (
    <ConfirmDialog
      title="冲正这条记录？"
      okText="冲正"
      danger
      reason={{ label: "冲正原因（该单位可见）", limit: CorrectionReasonIn.reason }}
      write={(reason, headers) =>
        unwrap(
          api.POST("/operator/points/organizations/{id}/entries/{number}/reverse", {
            params: { path: { id: org, number: entry.number } },
            body: { reason },
            headers,
          }),
        )
      }
      changes="points"
      onDone={() => {
        toast("已冲正并通知该单位");
        onClose();
      }}
      onClose={onClose}
    >
      <p>
        将新增一条相反的记录抵销“{POINT_EVENT[entry.event]}”的 {pointsText(entry.points)} 分，原记录保留。
      </p>
    </ConfirmDialog>
  );
}
