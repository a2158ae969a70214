/** 接受联合方案: with the choice whether the demand stops taking further offers. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { formatCost, formatRate, moneyText } from "@/lib/money";
import { CostSheet } from "@/ui/CostSheet";
import { FormDialog } from "@/ui/FormDialog";
import { CompleteChoice, type CompleteValues } from "../steps/CompleteChoice";
import { SheetRead } from "../steps/SheetRead";

type Props = {
  joint: Schema<"EnterpriseJointView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

/** All shares as one loan at their mean rate, with the fees of the guarantors. */
const wholeLoan = (joint: Schema<"EnterpriseJointView">, sheet: Schema<"JointSheet">) => ({
  amount: sheet.total,
  rate: sheet.weighted_rate,
  term_months: joint.term_months,
  repayment: joint.repayment,
  costs: sheet.costs,
  fees:
    sheet.guarantee_fees > 0
      ? [
          {
            name: "担保费",
            payee: "guarantor" as const,
            timing: "upfront" as const,
            amount: sheet.guarantee_fees,
          },
        ]
      : [],
});

export function JointAcceptSheetDialog({ joint, onDone, onClose }: Props) {
  return (
    <FormDialog<CompleteValues>
      title="接受联合方案"
      initialValues={{ complete: joint.total >= joint.demand_amount }}
      okText="接受联合方案"
      wide
      write={({ complete }, headers) =>
        unwrap(
          api.POST("/enterprise/joint-credits/{id}/accept", {
            params: { path: { id: joint.id }, header: ifMatch(joint.version) },
            body: { complete, annual_cost: joint.sheet?.costs.annual_cost ?? null },
            headers,
          }),
        )
      }
      changes="joint_credits"
      onDone={() => onDone("已接受方案，请与各成员办理签约")}
      onClose={onClose}
    >
      <p className="dialog-text">
        {joint.lenders} 家机构共同授信 <strong>{moneyText(joint.total)}</strong>，期限 {joint.term_months}{" "}
        个月，加权年利率 {formatRate(joint.sheet?.weighted_rate)}，综合年化成本{" "}
        {formatCost(joint.sheet?.costs.annual_cost)}。您的需求金额为 {moneyText(joint.demand_amount)}。
      </p>
      {joint.sheet && (
        <>
          <CostSheet loan={wholeLoan(joint, joint.sheet)} lender="各放款机构" />
          <SheetRead />
        </>
      )}
      <CompleteChoice open="适合金额还没有满足的情况" />
    </FormDialog>
  );
}
