/** Finds who may have an item without applying. */
import { Button } from "antd";
import { useNavigate } from "react-router";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useDialog } from "@/ui/useDialog";

export function GenerateList({ policy, link }: { policy: string; link: (id: string) => string }) {
  const navigate = useNavigate();
  const { open, show, close, done } = useDialog<"find">();
  return (
    <>
      <Button onClick={() => show("find")}>生成免申即享名单</Button>
      {open && (
        <ConfirmDialog<Schema<"AutomaticListView">>
          title="生成免申即享名单？"
          okText="生成"
          write={(_, headers) =>
            unwrap(
              api.POST("/government/policies/{id}/automatic", { params: { path: { id: policy } }, headers }),
            )
          }
          changes="applications"
          onDone={(list) => {
            done("名单已生成，请由他人核对");
            navigate(link(list.id));
          }}
          onClose={close}
        >
          按事项的条件核对平台上的企业，列出符合的企业，以及未列入的原因。名单由他人核对后才通知企业。
        </ConfirmDialog>
      )}
    </>
  );
}
