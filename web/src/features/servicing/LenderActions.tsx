/** What the institution can do with a loan: repayments first, the rest under 更多. */
import { api, ifMatch, unwrap } from "@/api/client";
import { ReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import type { Action } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { useDialog } from "@/ui/useDialog";

const ReceiptDialog = lazyPart(() => import("./ReceiptDialog").then((m) => m.ReceiptDialog));
const UseCheckDialog = lazyPart(() => import("./UseCheckDialog").then((m) => m.UseCheckDialog));

type Key = "collect" | "check" | "settle" | "withdraw";

export function LenderActions({ loan }: { loan: Schema<"DrawDetail"> }) {
  const { open, show, close, done } = useDialog<Key>();
  const dialog = { loan, onDone: done, onClose: close };
  const write = { params: { path: { id: loan.id }, header: ifMatch(loan.version) } };
  const action = (key: Key, label: string, look: Partial<Action> = {}): Action[] =>
    loan.actions.includes(key) ? [{ key, label, onClick: () => show(key), ...look }] : [];
  const owing = loan.owed > 0;
  const settle = action("settle", "登记结清");
  return (
    <>
      <NowActions
        allowed={action("collect", "登记还款", { primary: true })}
        more={[
          ...action("check", "登记用途核查"),
          ...(owing ? [] : settle),
          ...action("withdraw", "撤回提款", { danger: true }),
        ]}
        blocked={(owing ? settle : []).map(({ key, label }) => ({
          key,
          label,
          why: `还有本金 ${moneyText(loan.owed, "yuan")}未还。本金还清后，利息减免或按其他方式计算的，可以登记结清。`,
        }))}
      />
      {open === "collect" && <ReceiptDialog {...dialog} />}
      {open === "check" && <UseCheckDialog {...dialog} />}
      {open === "settle" && (
        <ConfirmDialog
          title="登记结清？"
          okText="登记结清"
          reason={{
            label: "说明",
            limit: ReasonIn.reason,
            placeholder: "例如利息已减免，企业会看到",
          }}
          write={(reason, headers) =>
            unwrap(api.POST("/institution/draws/{id}/settle", { ...write, body: { reason }, headers }))
          }
          changes="servicing"
          onDone={() => done("已登记结清")}
          onClose={close}
        >
          表示企业不再欠付本息和费用。登记后贷款结清，企业会收到通知。
        </ConfirmDialog>
      )}
      {open === "withdraw" && (
        <ConfirmDialog
          title="撤回这笔提款登记？"
          okText="撤回提款"
          danger
          reason={{ label: "撤回原因", limit: ReasonIn.reason }}
          write={(reason, headers) =>
            unwrap(api.POST("/institution/draws/{id}/withdraw", { ...write, body: { reason }, headers }))
          }
          changes="servicing"
          onDone={() => done("已撤回提款登记")}
          onClose={close}
        >
          撤回后这笔提款不计入放款，企业会收到通知；可以在对接单上重新登记。
        </ConfirmDialog>
      )}
    </>
  );
}
