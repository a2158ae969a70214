/** The terms of an offer or a decision: amount, price, term, repayment, security, fees, conditions and how long they hold, with what
 * the loan costs as they are typed. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { Decision } from "@/api/limits.gen";
import { type TypedTerms, typedLoan, useLoanCosts } from "@/api/loanCosts";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { options } from "@/labels/label";
import { FIRST_PAYMENT } from "@/labels/loans";
import { formatCost, moneyText } from "@/lib/money";
import { NativeSelect } from "@/ui/NativeSelect";
import { MoneyInput, MonthsInput } from "@/ui/ScaledInput";
import { amountRule, termRule, validityRange } from "../rules";
import { FeeFields } from "./FeeFields";
import offersStyles from "./offers.module.css";
import { RateFields } from "./RateFields";

/** `whole`: only the full amount will do. `binding`: the institution commits itself. */
export function TermsFields({
  most,
  whole = false,
  binding = false,
}: {
  most: number;
  whole?: boolean;
  binding?: boolean;
}) {
  return (
    <>
      <div className="form-grid">
        <Form.Item
          name="amount"
          label="金额"
          required
          extra={whole ? `企业希望由一家机构提供全部 ${moneyText(most)}` : `不超过 ${moneyText(most)}`}
          rules={[amountRule(most, { whole })]}
        >
          <MoneyInput />
        </Form.Item>
        <RateFields />
        <Form.Item name="term_months" label="期限" required rules={[termRule]}>
          <MonthsInput />
        </Form.Item>
        <Form.Item name="repayment" label="还款方式" rules={[{ required: true, message: "请选择还款方式" }]}>
          <NativeSelect options={options(REPAYMENT)} />
        </Form.Item>
        <Form.Item name="guarantee" label="担保方式" rules={[{ required: true, message: "请选择担保方式" }]}>
          <NativeSelect options={options(GUARANTEE)} />
        </Form.Item>
        <Form.Item
          name="valid_until"
          label={binding ? "授信有效期至" : "报价有效期至"}
          extra={binding ? "企业须在此日期前答复，最长 180 天" : "在此日期前，贵机构按这份报价受理"}
          rules={[{ required: true, message: "请选择有效期" }]}
        >
          <Input type="date" {...validityRange()} />
        </Form.Item>
      </div>
      <FeeFields />
      <Form.Item name="conditions" label={binding ? "授信条件（选填）" : "条件（选填）"}>
        <TextArea
          rows={2}
          maxLength={Decision.conditions.max}
          showCount
          placeholder="例如需追加的担保、账户监管要求"
        />
      </Form.Item>
      <CostNote />
    </>
  );
}

function CostNote() {
  const form = Form.useFormInstance();
  const terms: TypedTerms = {
    amount: Form.useWatch("amount", form),
    rate: Form.useWatch("rate", form),
    term_months: Form.useWatch("term_months", form),
    repayment: Form.useWatch("repayment", form),
    fees: Form.useWatch("fees", form),
  };
  const costs = useLoanCosts(typedLoan(terms));
  return (
    <p className={`notice tone-info ${offersStyles.annualCost}`} role="status">
      综合年化成本 <strong className="num rate">{formatCost(costs?.annual_cost)}</strong>
      <span className={offersStyles.annualCostHelp}>
        {costs && terms.repayment
          ? `${FIRST_PAYMENT[terms.repayment]} ${moneyText(costs.first_payment, "yuan")}，利息合计 ${moneyText(costs.interest, "yuan")}，费用合计 ${moneyText(costs.fees, "yuan")}；企业按综合年化成本比较报价`
          : "填写金额、利率、期限和还款方式后自动计算"}
      </span>
    </p>
  );
}
