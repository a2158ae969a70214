/** What the lead's offer asked besides the interest: a joint credit knows no fees of lenders, so they are not part of it. */
import type { Schema } from "@/api/types";
import { FEE_PAYEE, FEE_TIMING } from "@/labels/loans";
import { moneyText } from "@/lib/money";

type Props = { fees: readonly Schema<"Fee">[]; lender: string };

export function LapsingFees({ fees, lender }: Props) {
  if (fees.length === 0) return null;
  return (
    <div className="notice tone-warn dialog-text">
      <p>
        {lender}
        报价中的以下费用不带入联合授信，也不计入联合方案的综合年化成本；确需收取的，须与企业重新约定并写明：
      </p>
      <ul className="defect-list">
        {fees.map((fee) => (
          <li key={`${fee.name}-${fee.payee}-${fee.timing}`}>
            {fee.name} {moneyText(fee.amount, "yuan")}（
            {fee.payee === "lender" ? lender : FEE_PAYEE[fee.payee]}收取，{FEE_TIMING[fee.timing]}）
          </li>
        ))}
      </ul>
    </div>
  );
}
