/** Amount, term, price and security of a loan; amounts, shares and rounds of a fund. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import { ProductContent, ProductFee } from "@/api/limits.gen";
import { lprQuery } from "@/api/lpr";
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT, STAGE, USE_KIND } from "@/labels/finance";
import { options } from "@/labels/label";
import { FEE_BASIS, FEE_PAYEE, FEE_TIMING, LPR_TENOR } from "@/labels/loans";
import { LEAD_ROLE, RATE_TYPE } from "@/labels/products";
import { formatRate } from "@/lib/money";
import { ChoiceGroup } from "@/ui/ChoiceGroup";
import { lprRate } from "@/ui/LprInput";
import { NativeSelect } from "@/ui/NativeSelect";
import { MoneyInput, MonthsInput, PointsInput, RateInput, ShareInput, YuanInput } from "@/ui/ScaledInput";
import { TagsInput } from "@/ui/TagsInput";
import { required } from "./BaseStep";
import styles from "./wizard.module.css";

/** The end of a range must not lie before its beginning. */
const atLeast =
  (name: string, message: string) =>
  ({ getFieldValue }: { getFieldValue: (name: string) => number | null | undefined }) => ({
    validator: async (_rule: unknown, value: number | null | undefined) => {
      const least = getFieldValue(name);
      if (typeof value === "number" && typeof least === "number" && value < least) throw new Error(message);
    },
  });

function Amounts({ words }: { words: [string, string] }) {
  return (
    <>
      <Form.Item name="amount_min" label={words[0]} rules={[required("请填写金额")]}>
        <MoneyInput />
      </Form.Item>
      <Form.Item
        name="amount_max"
        label={words[1]}
        dependencies={["amount_min"]}
        rules={[required("请填写金额"), atLeast("amount_min", "最高不能低于最低")]}
      >
        <MoneyInput />
      </Form.Item>
    </>
  );
}

function FixedRates() {
  return (
    <>
      <Form.Item name="rate_min" label="最低年利率（单利）" rules={[required("请填写利率")]}>
        <RateInput placeholder="例如 3.45" />
      </Form.Item>
      <Form.Item
        name="rate_max"
        label="最高年利率（单利）"
        dependencies={["rate_min"]}
        rules={[required("请填写利率"), atLeast("rate_min", "最高不能低于最低")]}
      >
        <RateInput placeholder="例如 4.50" />
      </Form.Item>
    </>
  );
}

/** The rates follow from the LPR; the platform keeps them true when it changes. */
function LprFields() {
  const form = Form.useFormInstance();
  const tenor: Schema<"LprTenor"> | null = Form.useWatch("lpr_tenor", form);
  const spread: number | null = Form.useWatch("lpr_spread", form);
  const most: number | null = Form.useWatch("lpr_spread_max", form);
  const quote = useQuery(lprQuery).data?.[0];
  const rate = (points: number | null) =>
    formatRate(tenor && typeof points === "number" ? lprRate({ tenor, spread: points }, quote) : null);
  return (
    <>
      <Form.Item name="lpr_tenor" label="参照的 LPR" rules={[required("请选择")]}>
        <NativeSelect options={options(LPR_TENOR)} />
      </Form.Item>
      <Form.Item
        name="lpr_spread"
        label="最低加点（减点填负数）"
        rules={[required("请填写加减点")]}
        extra={`最低年利率 ${rate(spread)}`}
      >
        <PointsInput />
      </Form.Item>
      <Form.Item
        name="lpr_spread_max"
        label="最高加点"
        dependencies={["lpr_spread"]}
        rules={[required("请填写加减点"), atLeast("lpr_spread", "最高不能低于最低")]}
        extra={`最高年利率 ${rate(most)}`}
      >
        <PointsInput />
      </Form.Item>
    </>
  );
}

export function TermsStep() {
  const form = Form.useFormInstance();
  const lpr = Form.useWatch("rate_type", form) === "lpr";
  return (
    <>
      <div className="form-grid">
        <Amounts words={["最低额度", "最高额度"]} />
        <Form.Item name="term_min" label="最短期限" rules={[required("请填写期限")]}>
          <MonthsInput />
        </Form.Item>
        <Form.Item
          name="term_max"
          label="最长期限"
          dependencies={["term_min"]}
          rules={[required("请填写期限"), atLeast("term_min", "最长不能短于最短")]}
        >
          <MonthsInput />
        </Form.Item>
        <Form.Item name="rate_type" label="利率方式" rules={[required("请选择利率方式")]}>
          <NativeSelect options={options(RATE_TYPE)} />
        </Form.Item>
        {lpr ? <LprFields /> : <FixedRates />}
      </div>
      <Form.Item name="guarantees" label="接受的担保方式" rules={[required("请至少选择一种担保方式")]}>
        <ChoiceGroup label="接受的担保方式" options={options(GUARANTEE)} />
      </Form.Item>
      <Form.Item name="repayments" label="还款方式" rules={[required("请至少选择一种还款方式")]}>
        <ChoiceGroup label="还款方式" options={options(REPAYMENT)} />
      </Form.Item>
      <Form.Item name="uses" label="资金用途（不选为不限）">
        <ChoiceGroup label="资金用途" options={options(USE_KIND)} />
      </Form.Item>
      <FeeRows />
    </>
  );
}

function FeeRows() {
  const form = Form.useFormInstance();
  const fees: { basis?: string }[] = Form.useWatch("fees", form) ?? [];
  return (
    <Form.List name="fees">
      {(rows, { add, remove }) => (
        <fieldset className={styles.productFees}>
          <legend>利息以外的全部费用（没有则不填；综合年化成本据此计算）</legend>
          {rows.map(({ key, name }) => (
            <fieldset className={styles.productFee} key={key}>
              <legend className="visually-hidden">费用 {name + 1}</legend>
              <div className="form-grid">
                <Form.Item name={[name, "name"]} label="费用名称" rules={[required("请填写费用名称")]}>
                  <Input maxLength={ProductFee.name.max} placeholder="例如 担保费" />
                </Form.Item>
                <Form.Item name={[name, "payee"]} label="收取方" rules={[required("请选择收取方")]}>
                  <NativeSelect options={options(FEE_PAYEE)} />
                </Form.Item>
                <Form.Item name={[name, "timing"]} label="收取时间" rules={[required("请选择收取时间")]}>
                  <NativeSelect options={options(FEE_TIMING)} />
                </Form.Item>
                <Form.Item name={[name, "basis"]} label="计费方式" rules={[required("请选择计费方式")]}>
                  <NativeSelect options={options(FEE_BASIS)} />
                </Form.Item>
                <Form.Item
                  name={[name, "value"]}
                  label={fees[name]?.basis === "fixed" ? "金额" : "费率"}
                  rules={[required("请填写数值")]}
                >
                  {fees[name]?.basis === "fixed" ? <YuanInput /> : <RateInput />}
                </Form.Item>
              </div>
              <Button onClick={() => remove(name)} aria-label={`删除费用 ${name + 1}`}>
                删除
              </Button>
            </fieldset>
          ))}
          {rows.length < 10 && (
            <Button type="dashed" onClick={() => add({ payee: "lender", timing: "upfront" })}>
              添加一项费用
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}

export function FundStep() {
  return (
    <>
      <Form.Item name="stages" label="投资阶段" rules={[required("请至少选择一个投资阶段")]}>
        <ChoiceGroup label="投资阶段" options={options(STAGE)} />
      </Form.Item>
      <div className="form-grid">
        <Amounts words={["单笔最低金额", "单笔最高金额"]} />
        <Form.Item name="share_min" label="最低持股比例（选填）">
          <ShareInput placeholder="例如 5" />
        </Form.Item>
        <Form.Item
          name="share_max"
          label="最高持股比例（选填）"
          dependencies={["share_min"]}
          rules={[atLeast("share_min", "最高不能低于最低")]}
        >
          <ShareInput placeholder="例如 20" />
        </Form.Item>
        <Form.Item name="lead_role" label="领投或跟投" rules={[required("请选择")]}>
          <NativeSelect options={options(LEAD_ROLE)} />
        </Form.Item>
      </div>
      <Form.Item name="exit_preference" label="退出偏好（选填）">
        <Input maxLength={ProductContent.exit_preference.max} placeholder="例如 上市、并购、回购" />
      </Form.Item>
      <Form.Item name="portfolio" label="投资案例（选填，输入后按回车）">
        <TagsInput max={ProductContent.portfolio.max} />
      </Form.Item>
    </>
  );
}
