/** One organisation's points for the operator: everything that it sees itself, with findings and corrections. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { POINT_EVENT, pointsText } from "@/labels/points";
import { lazyPart } from "@/ui/lazyPart";
import { useDialog } from "@/ui/useDialog";
import { EntryList, entrySearch } from "./EntryList";
import { organizationEntriesQuery } from "./queries";
import { Balance, GradeCard } from "./StatementSummary";

const CorrectionDialog = lazyPart(() => import("./CorrectionDialog").then((m) => m.CorrectionDialog));
const FindingDialog = lazyPart(() => import("./FindingDialog").then((m) => m.FindingDialog));

export function OrganizationLedger({ statement }: { statement: Schema<"OrganizationStatement"> }) {
  const list = useListParams();
  const entries = useQuery(organizationEntriesQuery(statement.id, entrySearch(list)));
  const trend = useQuery(organizationEntriesQuery(statement.id, { page: 1, size: 100 }));
  const { open, show, close, done } = useDialog<"finding" | Schema<"EntryView">>();
  return (
    <div className="stack">
      {statement.side !== "agency" && (
        <div className="action-bar">
          <div className="action-bar-buttons">
            <Button type="primary" onClick={() => show("finding")}>
              登记扣分认定
            </Button>
          </div>
        </div>
      )}
      <Balance statement={statement} trend={trend} />
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
              onClick={() => show(row)}
            >
              冲正
            </Button>
          )
        }
      />
      {open === "finding" && <FindingDialog statement={statement} onClose={close} />}
      {open && open !== "finding" && (
        <CorrectionDialog org={statement.id} entry={open} onDone={done} onClose={close} />
      )}
    </div>
  );
}
