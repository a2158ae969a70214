/** The inputs of the wizard, step by step. */
import { Checkbox, Form, Radio } from "antd";
import type { Rule } from "antd/es/form";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { DemandIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT, USE_KIND } from "@/labels/finance";
import { options } from "@/labels/label";
import { ChoiceGroup } from "@/ui/ChoiceGroup";
import { NativeSelect } from "@/ui/NativeSelect";
import { MoneyInput, MonthsInput, RateInput } from "@/ui/ScaledInput";
import { TagsInput } from "@/ui/TagsInput";
import { UploadField } from "@/ui/UploadField";
import { fieldProblem } from "./demandDraft";
import { OwnHits } from "./OwnHits";
import { UseSuggestion } from "./UseSuggestion";

export type StepProps = { today: string };

/** The same check as at the end, in the step itself. */
export const check = (field: string, today: string): Rule => ({
  validator: async (_rule, value) => {
    const problem = fieldProblem(field, { [field]: value }, today);
    if (problem) throw new Error(problem);
  },
});

export function AmountStep({ today }: StepProps) {
  return (
    <div className="form-grid">
      <Form.Item name="amount" label="融资金额" required rules={[check("amount", today)]}>
        <MoneyInput placeholder="例如 300" />
      </Form.Item>
      <Form.Item name="term_months" label="融资期限" required rules={[check("term_months", today)]}>
        <MonthsInput />
      </Form.Item>
      <Form.Item
        name="need_by"
        label="期望到账日期（选填）"
        rules={[check("need_by", today)]}
        getValueFromEvent={(event: { target: { value: string } }) => event.target.value || null}
      >
        <Input type="date" min={today} />
      </Form.Item>
      <Form.Item name="accept_partial" valuePropName="checked" className="wide">
        <Checkbox>可以由多家机构分别提供一部分资金</Checkbox>
      </Form.Item>
    </div>
  );
}

export function UseStep({ today }: StepProps) {
  return (
    <>
      <Form.Item name="use_kind" label="资金用途" required rules={[check("use_kind", today)]}>
        <NativeSelect options={options(USE_KIND)} />
      </Form.Item>
      <Form.Item
        name="use_text"
        label="用途说明"
        required
        extra="请不要写企业名称、联系人和电话：平台审核后，机构只能看到隐去这些信息的文字"
        rules={[check("use_text", today)]}
      >
        <TextArea
          className="counted"
          rows={4}
          maxLength={DemandIn.use_text.max}
          showCount
          placeholder="例如：采购两条自动化生产线，扩大传感器产能"
        />
      </Form.Item>
      <OwnHits />
      <Form.Item name="use_kind" noStyle>
        <UseSuggestion />
      </Form.Item>
      <Form.Item name="repayments" label="可接受的还款方式" required rules={[check("repayments", today)]}>
        <ChoiceGroup label="可接受的还款方式" options={options(REPAYMENT)} />
      </Form.Item>
      <Form.Item name="repayment_source" label="还款来源" required rules={[check("repayment_source", today)]}>
        <TextArea
          rows={3}
          maxLength={DemandIn.repayment_source.max}
          showCount
          placeholder="例如：主营业务销售回款、已签订单"
        />
      </Form.Item>
    </>
  );
}

export function GuaranteeStep({ today }: StepProps) {
  return (
    <>
      <Form.Item name="guarantees" label="可提供的担保方式" required rules={[check("guarantees", today)]}>
        <ChoiceGroup label="可提供的担保方式" options={options(GUARANTEE)} />
      </Form.Item>
      <Form.Item name="collateral" label="抵质押物说明（选填）" extra="确认对接后，由您决定是否向机构开放">
        <TextArea
          className="counted"
          rows={3}
          maxLength={DemandIn.collateral.max}
          showCount
          placeholder="例如：自有厂房约 3000 平方米、发明专利 2 项"
        />
      </Form.Item>
      <Form.Item name="rate_max" label="可接受的最高年利率（选填）" rules={[check("rate_max", today)]}>
        <RateInput placeholder="例如 4.35" />
      </Form.Item>
    </>
  );
}

export type WordsProps = StepProps & { files: Schema<"FileInfo">[]; onUploading: (busy: boolean) => void };

export function TagsStep(props: WordsProps) {
  return (
    <>
      <Form.Item name="first_loan" label="是否首贷" extra="首贷：企业此前从未获得过银行贷款">
        <Radio.Group>
          <Radio value={true}>是，首次贷款</Radio>
          <Radio value={false}>否</Radio>
        </Radio.Group>
      </Form.Item>
      <WordsStep {...props} />
    </>
  );
}

/** Tags and files, asked of both kinds of financing. */
export function WordsStep({ today, files, onUploading }: WordsProps) {
  return (
    <>
      <Form.Item
        name="tags"
        label="企业标签（选填）"
        extra={`最多 ${DemandIn.tags.max} 个，每个不超过 12 个字，输入后按回车；例如：技术领先、订单稳定。不要包含企业或品牌名称`}
        rules={[check("tags", today)]}
      >
        <TagsInput placeholder="输入后按回车" />
      </Form.Item>
      <Form.Item
        name="attachments"
        label="附件材料（选填）"
        extra="例如商业计划书、财务报表、销售合同、知识产权证书。平台审核时可以看到；机构只有在您确认对接并勾选“附件材料”后才能看到"
      >
        <UploadField label="附件材料" known={files} onBusy={onUploading} />
      </Form.Item>
    </>
  );
}
