/** Lists what waits for its payment. */
import { Button } from "antd";
import { useNavigate } from "react-router";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useDialog } from "@/ui/useDialog";

export function MakeList({ link }: { link: (id: string) => string }) {
  const navigate = useNavigate();
  const { open, show, close, done } = useDialog<"list">();
  return (
    <>
      <Button type="primary" onClick={() => show("list")}>
        生成拨付批次
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
          本部门待拨付的申请都会列入，一个批次最多 100 笔；每件申请只列入一次。
        </ConfirmDialog>
      )}
    </>
  );
}
