/** What the enterprise can do with a further draw: find its figures right, or not. */
import { api, ifMatch, unwrap } from "@/api/client";
import { ReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { formatRate, moneyText } from "@/lib/money";
import type { Action } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { NowActions } from "@/ui/now/NowActions";
import { useDialog } from "@/ui/useDialog";

type Key = "confirm" | "reject";

export function BorrowerActions({ loan }: { loan: Schema<"DrawView"> }) {
  const { open, show, close, done } = useDialog<Key>();
  const write = { params: { path: { id: loan.id }, header: ifMatch(loan.version) } };
  const action = (key: Key, label: string, look: Partial<Action> = {}): Action[] =>
    loan.actions.includes(key) ? [{ key, label, onClick: () => show(key), ...look }] : [];
  return (
    <>
      <NowActions
        allowed={[...action("confirm", "确认提款", { primary: true }), ...action("reject", "登记有误")]}
        blocked={[]}
      />
      {open === "confirm" && (
        <ConfirmDialog
          title="确认提款？"
          okText="确认提款"
          write={(_, headers) => unwrap(api.POST("/enterprise/draws/{id}/confirm", { ...write, headers }))}
          changes="servicing"
          onDone={() => done("已确认提款")}
          onClose={close}
        >
          机构登记 {loan.paid_on} 提款 {moneyText(loan.amount, "yuan")}，年利率 {formatRate(loan.rate)}，
          {loan.matures_on} 到期。确认后按计划开始还款。
        </ConfirmDialog>
      )}
      {open === "reject" && (
        <ConfirmDialog
          title="提款登记有误？"
          okText="提交"
          reason={{
            label: "有误之处",
            limit: ReasonIn.reason,
            placeholder: "例如实际到账 80 万元",
          }}
          write={(reason, headers) =>
            unwrap(api.POST("/enterprise/draws/{id}/reject", { ...write, body: { reason }, headers }))
          }
          changes="servicing"
          onDone={() => done("已告知机构，请等待重新登记")}
          onClose={close}
        >
          这笔提款不计入放款，机构会收到您的说明并重新登记。
        </ConfirmDialog>
      )}
    </>
  );
}
