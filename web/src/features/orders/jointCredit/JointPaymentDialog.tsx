/** 确认放款 of one member's payment. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

type Props = {
  member: Schema<"JointMemberView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function JointPaymentDialog({ member, onDone, onClose }: Props) {
  const { payment, order_id, institution_name } = member;
  return (
    <ConfirmDialog
      title="确认放款"
      okText="数据无误，确认放款"
      write={(_, headers) =>
        unwrap(
          api.POST("/enterprise/orders/{id}/confirm-disbursement", {
            params: { path: { id: order_id ?? "" }, header: ifMatch(payment?.order_version ?? 0) },
            headers,
          }),
        )
      }
      changes="joint_credits"
      onDone={() => onDone(`已确认${institution_name}的放款`)}
      onClose={onClose}
    >
      {payment &&
        `请核对：${institution_name}放款 ${moneyText(payment.amount)}，放款日期 ${payment.paid_on}，凭证号 ${payment.voucher_no}。与实际不符时请先联系机构更正，不要确认。`}
    </ConfirmDialog>
  );
}
