/** The end of an order whose other side is suspended. */
import { api, ifMatch, unwrap } from "@/api/client";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

type Props = {
  side: "enterprise" | "institution";
  order: { id: string; version: number };
  onDone: (text: string) => void;
  onClose: () => void;
};

const PATH = {
  enterprise: "/enterprise/orders/{id}/leave-held",
  institution: "/institution/orders/{id}/leave-held",
} as const;

export function LeaveHeldDialog({ side, order, onDone, onClose }: Props) {
  return (
    <ConfirmDialog
      title="终止对接？"
      okText="终止对接"
      danger
      write={(_, headers) =>
        unwrap(
          api.POST(PATH[side], {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            headers,
          }),
        )
      }
      changes="orders"
      onDone={() => onDone("已终止对接")}
      onClose={onClose}
    >
      对方单位被平台暂停使用。终止后本单结束，不能恢复，不影响贵单位的评价和信用积分。
    </ConfirmDialog>
  );
}
