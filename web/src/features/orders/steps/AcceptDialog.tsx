/** 接受授信: the sheet of all costs is read and confirmed, with the choice whether the demand stops taking further offers. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { formatShare, moneyText } from "@/lib/money";
import { CostSheet } from "@/ui/CostSheet";
import { FormDialog } from "@/ui/FormDialog";
import { changesOf } from "../offers/changes";
import { differencesOf } from "../offers/differences";
import { termsOf } from "../terms";
import { CompleteChoice, type CompleteValues } from "./CompleteChoice";
import { SheetRead } from "./SheetRead";

type Props = {
  order: Schema<"EnterpriseOrderView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function AcceptDialog({ order, onDone, onClose }: Props) {
  const terms = termsOf(order);
  const equity = order.kind === "equity";
  const differences = differencesOf(order);
  const changes = changesOf(order);
  return (
    <FormDialog<CompleteValues>
      title={equity ? "接受投资条款" : "接受授信"}
      initialValues={{ complete: (terms.amount ?? 0) >= order.demand_amount }}
      okText={equity ? "接受投资条款" : "接受授信"}
      wide={!equity}
      write={({ complete }, headers) =>
        unwrap(
          api.POST("/enterprise/orders/{id}/accept", {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            body: { complete, annual_cost: terms.costs?.annual_cost ?? null },
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
        {equity && `投前估值 ${moneyText(terms.pre_money)}，持股比例 ${formatShare(terms.share_bp)}。`}
        您的需求金额为 {moneyText(order.demand_amount)}。
      </p>
      {differences.length > 0 && (
        <p className="notice tone-warn dialog-text">与您的要求不同：{differences.join("；")}。</p>
      )}
      {changes.length > 0 && (
        <p className="notice tone-warn dialog-text">与机构报价不同：{changes.join("；")}。</p>
      )}
      {order.decision && (
        <>
          <CostSheet loan={order.decision} lender={order.institution.name} />
          <SheetRead />
        </>
      )}
      <CompleteChoice open="适合金额还没有满足、希望多家机构共同提供资金的情况" />
    </FormDialog>
  );
}
