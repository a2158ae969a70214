/** 提出二次授信: the terms of last time to begin with, what is changed marked; the enterprise signs the authorisation again. */
import { Form, Radio, Select } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { api, unwrap } from "@/api/client";
import { SecondIn, SecondTerms } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT, USE_KIND } from "@/labels/finance";
import type { Texts } from "@/labels/label";
import { options } from "@/labels/label";
import { SECOND_KIND } from "@/labels/second";
import { AMOUNT } from "@/lib/ranges";
import { FormDialog } from "@/ui/FormDialog";
import { MoneyInput, MonthsInput, RateInput } from "@/ui/ScaledInput";
import { chosenScopes, SCOPES, ScopeFields } from "@/ui/ScopeFields";
import { amountRule, rateRule, termRule } from "../rules";
import styles from "./second.module.css";
import { differs, secondText } from "./secondTerms";

const SECOND_KIND_HELP: Texts<Schema<"SecondKind">> = {
  top_up: "在现有贷款之外增加额度",
  again: "再提供一笔贷款",
  renewal: "贷款到期后继续使用资金",
  increase: "申请比上次更高的额度",
  extension: "现有贷款延后到期，不另外放款",
};

type Values = Schema<"SecondTerms"> & {
  kind: Schema<"SecondKind">;
  note?: string;
  scopes: Schema<"ConsentScope">[];
};
type Props = {
  side: Schema<"SecondSide">;
  order: string;
  offered: Schema<"SecondOptions"> & { last: Schema<"SecondTerms"> };
  onDone: (second: string) => void;
  onClose: () => void;
};

const written = (min: number, what: string) => ({
  required: true,
  min,
  whitespace: true,
  message: `请写明${what}，至少 ${min} 个字`,
});

/** What it was last time, and that it differs now. */
function Was({ field, last }: { field: Schema<"SecondField">; last: Schema<"SecondTerms"> }) {
  const form = Form.useFormInstance<Values>();
  const value = Form.useWatch(field, form);
  const changed = value !== undefined && differs(field, { [field]: value }, last);
  return (
    <span className={styles.wasNote}>
      {changed && <span className={styles.changedMark}>已修改</span>}
      上次：{secondText(field, last)}
    </span>
  );
}

export function SecondRequestDialog({ side, order, offered, onDone, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const signs = side === "enterprise";
  const { last, kinds } = offered;
  const kind = Form.useWatch("kind", form) ?? kinds[0];
  const extension = kind === "extension";
  const was = (field: Schema<"SecondField">) => <Was field={field} last={last} />;
  return (
    <FormDialog
      title={signs ? "申请二次授信" : "主动提供二次授信"}
      form={form}
      initialValues={{ ...last, kind: kinds[0], extend_to: null, scopes: SCOPES }}
      okText="提交对方确认"
      signs={signs ? "data_authorization" : undefined}
      wide
      write={(values: Values, headers, agreement) => {
        const params = { path: { id: order } };
        const body = {
          kind: values.kind,
          note: values.note?.trim() || null,
          terms: {
            amount: values.amount,
            term_months: values.term_months ?? last.term_months,
            rate: values.rate,
            repayment: values.repayment,
            guarantee: values.guarantee,
            use_kind: values.use_kind,
            use_text: values.use_text.trim(),
            repayment_source: values.repayment_source.trim(),
            extend_to: values.kind === "extension" ? (values.extend_to ?? null) : null,
          },
        };
        if (!signs)
          return unwrap(api.POST("/institution/orders/{id}/second-credit", { params, body, headers }));
        const signed = {
          scopes: chosenScopes(values.scopes ?? []),
          authorization_version: agreement,
        };
        return unwrap(
          api.POST("/enterprise/orders/{id}/second-credit", {
            params,
            body: { ...body, ...signed },
            headers,
          }),
        );
      }}
      changes="second_credits"
      onDone={(second) => onDone(second.id)}
      onClose={onClose}
    >
      <p className="dialog-text">
        已按上次的内容填好，请核对并修改需要变动的部分；对方会看到哪些内容有变化。
      </p>
      <Form.Item name="kind" label="类型">
        <Radio.Group className="choice-list">
          {kinds.map((choice) => (
            <Radio key={choice} value={choice}>
              {SECOND_KIND[choice]}
              <span className="scope-help">{SECOND_KIND_HELP[choice]}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <div className="form-grid">
        <Form.Item
          name="amount"
          label={extension ? "展期金额" : "金额"}
          required
          extra={was("amount")}
          rules={[amountRule(extension ? last.amount : AMOUNT.max)]}
        >
          <MoneyInput />
        </Form.Item>
        {extension ? (
          <Form.Item
            name="extend_to"
            label="新的到期日"
            extra={<span className={styles.wasNote}>原到期日：{offered.matures_on}</span>}
            rules={[{ required: true, message: "请选择新的到期日" }]}
          >
            <Input type="date" min={offered.matures_on ?? undefined} />
          </Form.Item>
        ) : (
          <Form.Item name="term_months" label="期限" required extra={was("term_months")} rules={[termRule]}>
            <MonthsInput />
          </Form.Item>
        )}
        <Form.Item
          name="rate"
          label={signs ? "可接受最高年利率" : "年利率"}
          required
          extra={was("rate")}
          rules={[rateRule]}
        >
          <RateInput />
        </Form.Item>
        <Form.Item name="repayment" label="还款方式" extra={was("repayment")}>
          <Select options={options(REPAYMENT)} />
        </Form.Item>
        <Form.Item name="guarantee" label="担保方式" extra={was("guarantee")}>
          <Select options={options(GUARANTEE)} />
        </Form.Item>
        <Form.Item name="use_kind" label="资金用途" extra={was("use_kind")}>
          <Select options={options(USE_KIND)} />
        </Form.Item>
        <Form.Item
          name="use_text"
          label="用途说明"
          className="wide"
          rules={[written(SecondTerms.use_text.min, "用途")]}
        >
          <TextArea rows={2} maxLength={SecondTerms.use_text.max} showCount />
        </Form.Item>
        <Form.Item
          name="repayment_source"
          label="还款来源"
          className="wide"
          rules={[written(SecondTerms.repayment_source.min, "还款来源")]}
        >
          <Input maxLength={SecondTerms.repayment_source.max} autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label="给对方的说明（选填）" className="wide">
          <TextArea rows={2} maxLength={SecondIn.note.max} showCount />
        </Form.Item>
      </div>
      {signs && <ScopeFields />}
    </FormDialog>
  );
}
