/** Amount and valuation, with the share that follows from them. */
import { Form } from "antd";
import { formatShare } from "@/lib/money";
import { MoneyInput } from "@/ui/ScaledInput";
import { amountRule, valuationRule } from "../rules";
import styles from "./offers.module.css";
import { shareBp } from "./share";

type Values = { amount?: number | null; pre_money?: number | null };

export function EquityTermsFields({ most, whole }: { most: number; whole?: boolean }) {
  const form = Form.useFormInstance<Values>();
  const amount = Form.useWatch("amount", form);
  const preMoney = Form.useWatch("pre_money", form);
  const share = shareBp(amount, preMoney);
  return (
    <>
      <div className="form-grid">
        <Form.Item name="amount" label="投资金额" required rules={[amountRule(most, { whole })]}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="pre_money" label="投前估值" required rules={[valuationRule]}>
          <MoneyInput />
        </Form.Item>
      </div>
      <div className={`${styles.annualCost} notice tone-info`} aria-live="polite">
        对应持股比例 <strong className="num">{share === null ? "—" : formatShare(share)}</strong>
        <span className={styles.annualCostHelp}>持股比例 = 投资金额 ÷（投前估值 + 投资金额）</span>
      </div>
    </>
  );
}
