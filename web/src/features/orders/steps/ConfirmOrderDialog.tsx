/** 确认对接: what is opened to this one institution, the choice of scopes, and the authorisation text to accept. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { AuthorizationDialog } from "@/ui/AuthorizationDialog";

type Props = {
  order: Schema<"EnterpriseOrderView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function ConfirmOrderDialog({ order, onDone, onClose }: Props) {
  return (
    <AuthorizationDialog
      title="确认对接"
      okText="确认对接并授权"
      write={(signed, headers) =>
        unwrap(
          api.POST("/enterprise/orders/{id}/confirm", {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            body: signed,
            headers,
          }),
        )
      }
      changes="orders"
      onDone={() => onDone(`已确认与${order.institution.name}对接`)}
      onClose={onClose}
      note={
        <>
          确认后，贵企业的名称和下列所选资料将只向<strong>{order.institution.name}</strong>
          一家机构开放，用于办理本笔融资；其他机构仍看不到。您可以随时在“数据授权”中撤回授权、查看谁看过哪些资料。
        </>
      }
    />
  );
}
