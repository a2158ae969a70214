/** Amount, rate, term and fees of an offer or a decision, with the all-in annual cost as it is typed. */
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import { Fee } from "@/api/limits.gen";
import { annualCost, feeTotal } from "@/lib/annualCost";
import { formatRate, moneyText } from "@/lib/money";
import { MoneyInput, MonthsInput, RateInput, YuanInput } from "@/ui/ScaledInput";
import ordersStyles from "../orders.module.css";
import { amountRule, feeAmountRule, rateRule, termRule } from "../rules";
import offersStyles from "./offers.module.css";

/** `whole`: only the full amount will do. */
export function TermsFields({ most, whole = false }: { most: number; whole?: boolean }) {
  return (
    <>
      <div className="form-grid">
        <Form.Item
          name="amount"
          label="金额"
          required
          extra={whole ? `企业希望由一家机构提供全部 ${moneyText(most)}` : `不超过 ${moneyText(most)}`}
          rules={[amountRule(most, whole)]}
        >
          <MoneyInput />
        </Form.Item>
        <Form.Item name="rate" label="年利率" required rules={[rateRule]}>
          <RateInput />
        </Form.Item>
        <Form.Item name="term_months" label="期限" required rules={[termRule]}>
          <MonthsInput />
        </Form.Item>
      </div>
      <FeeFields />
      <AnnualCostNote />
    </>
  );
}

function FeeFields() {
  return (
    <Form.List name="fees">
      {(rows, { add, remove }) => (
        <fieldset className={ordersStyles.feeFields}>
          <legend>费用（利息以外向企业收取的全部费用，没有则不填）</legend>
          {rows.map(({ key, name }) => (
            <div className={ordersStyles.feeRow} key={key}>
              <div className={ordersStyles.feeHead}>
                <span>第 {name + 1} 项费用</span>
                <Button onClick={() => remove(name)} aria-label={`删除第 ${name + 1} 项费用`}>
                  删除
                </Button>
              </div>
              <Form.Item
                name={[name, "name"]}
                label="费用名称"
                rules={[{ required: true, whitespace: true, message: "请填写费用名称" }]}
              >
                <Input maxLength={Fee.name.max} placeholder="例如 评估费" />
              </Form.Item>
              <Form.Item name={[name, "amount"]} label="费用金额" required rules={[feeAmountRule]}>
                <YuanInput />
              </Form.Item>
            </div>
          ))}
          {rows.length < 10 && (
            <Button type="dashed" onClick={() => add({})}>
              添加一项费用
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}

function AnnualCostNote() {
  const form = Form.useFormInstance();
  const amount = Form.useWatch("amount", form);
  const rate = Form.useWatch("rate", form);
  const months = Form.useWatch("term_months", form);
  const fees = Form.useWatch("fees", form);
  const cost = annualCost({ amount, rate, months, fees: feeTotal(fees) });
  return (
    <p className={`notice tone-info ${offersStyles.annualCost}`} role="status">
      综合年化成本 <strong className="num rate">{formatRate(cost)}</strong>
      <span className={offersStyles.annualCostHelp}>
        {cost === null
          ? "填写金额、利率和期限后自动计算"
          : "年利率加上按期限平摊的全部费用，企业按此比较报价"}
      </span>
    </p>
  );
}
