/** Lists what waits for its payment. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useNavigate } from "react-router";
import { api, unwrap } from "@/api/client";
import { useMe } from "@/api/session";
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useDialog } from "@/ui/useDialog";
import { MOST_LINES, waitingQuery } from "./queries";

type Waiting = { total: number; items: Schema<"ApplicationRow">[] };

/** How many wait, and how much that is where all of them are known. */
function waitingText({ total, items }: Waiting): string {
  if (total > MOST_LINES)
    return `待拨付的申请有 ${total} 件，本批次列入 ${MOST_LINES} 件，其余列入下一批次。`;
  const amounts = items.map(({ amount }) => amount).filter((amount) => amount !== null);
  const known = items.length === total && amounts.length === total;
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  return `待拨付的申请有 ${total} 件${known ? `，共 ${moneyText(sum)}` : ""}，都会列入本批次。`;
}

export function MakeList({ link }: { link: (id: string) => string }) {
  const navigate = useNavigate();
  const { open, show, close, done } = useDialog<"list">();
  // Who may list payments need not be one who may read applications: then the server tells whether there are any.
  const reads = useMe().permissions.includes("applications.review");
  const { data: waiting, isPending } = useQuery({ ...waitingQuery, enabled: reads });
  const none = waiting?.total === 0;
  return (
    <>
      <Button type="primary" disabled={none || (reads && isPending)} onClick={() => show("list")}>
        {none ? "没有待拨付的申请" : "生成拨付批次"}
      </Button>
      {open && (
        <ConfirmDialog<Schema<"PaymentBatchDetail">>
          title="生成拨付批次？"
          okText="生成"
          write={(_, headers) =>
            unwrap(api.POST("/government/payments", { body: { policy: null }, headers }))
          }
          changes="applications"
          onDone={(batch) => {
            done(`已生成批次 ${batch.no}，共 ${batch.count} 笔`);
            navigate(link(batch.id));
          }}
          onClose={close}
        >
          {waiting ? waitingText(waiting) : `本部门待拨付的申请都会列入，一个批次最多 ${MOST_LINES} 笔。`}
          每件申请只列入一次。
        </ConfirmDialog>
      )}
    </>
  );
}
