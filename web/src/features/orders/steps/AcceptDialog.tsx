/** 接受授信: with the choice whether the demand stops taking further offers. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { formatRate, moneyText } from "@/lib/money";
import { FormDialog } from "@/ui/FormDialog";
import { termsOf } from "../terms";
import { CompleteChoice, type CompleteValues } from "./CompleteChoice";

type Props = {
  order: Schema<"EnterpriseOrderView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function AcceptDialog({ order, onDone, onClose }: Props) {
  const terms = termsOf(order);
  const equity = order.kind === "equity";
  return (
    <FormDialog<CompleteValues>
      title={equity ? "接受投资条款" : "接受授信"}
      initialValues={{ complete: (terms.amount ?? 0) >= order.demand_amount }}
      okText={equity ? "接受投资条款" : "接受授信"}
      write={({ complete }, headers) =>
        unwrap(
          api.POST("/enterprise/orders/{id}/accept", {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            body: { complete },
            headers,
          }),
        )
      }
      changes="orders"
      onDone={() => onDone("已接受，请与机构办理签约")}
      onClose={onClose}
    >
      <p className="dialog-text">
        {order.institution.name}批准 <strong>{moneyText(terms.amount)}</strong>，
        {equity
          ? `投前估值 ${moneyText(terms.pre_money)}，持股比例 ${formatRate(terms.share_bp)}。`
          : `期限 ${terms.term_months} 个月，年利率 ${formatRate(terms.rate)}，综合年化成本 ${formatRate(terms.annual_cost)}。`}
        您的需求金额为 {moneyText(order.demand_amount)}。
      </p>
      <CompleteChoice open="适合金额还没有满足、希望多家机构共同提供资金的情况" />
    </FormDialog>
  );
}
