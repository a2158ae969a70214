/** The inputs of the wizard for equity financing: no rate, security or repayment. */
import { Checkbox, Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { DemandIn } from "@/api/limits.gen";
import { STAGE, USE_KIND } from "@/labels/finance";
import { options } from "@/labels/label";
import { NativeSelect } from "@/ui/NativeSelect";
import { MoneyInput, ShareInput } from "@/ui/ScaledInput";
import { type DemandValues, fieldProblem } from "./demandDraft";
import { UseSuggestion } from "./UseSuggestion";
import { check, type StepProps } from "./WizardSteps";

export function RoundStep({ today }: StepProps) {
  const form = Form.useFormInstance<DemandValues>();
  return (
    <div className="form-grid">
      <Form.Item name="amount" label="融资金额" required rules={[check("amount", today)]}>
        <MoneyInput placeholder="例如 1000" />
      </Form.Item>
      <Form.Item name="round" label="融资轮次" required rules={[check("round", today)]}>
        <NativeSelect options={options(STAGE)} />
      </Form.Item>
      <Form.Item
        name="valuation"
        label="投前估值"
        extra="投前估值和出让比例至少填一项"
        rules={[check("valuation", today)]}
      >
        <MoneyInput placeholder="例如 8000" />
      </Form.Item>
      <Form.Item
        name="share_bp"
        label="出让比例"
        dependencies={["valuation"]}
        rules={[
          {
            validator: async (_rule, value) => {
              const valuation = form.getFieldValue("valuation");
              const problem = fieldProblem("share_bp", { share_bp: value, valuation }, today);
              if (problem) throw new Error(problem);
            },
          },
        ]}
      >
        <ShareInput placeholder="例如 10" />
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
        <Checkbox>可以由多家机构共同投资</Checkbox>
      </Form.Item>
    </div>
  );
}

export function ProjectStep({ today }: StepProps) {
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
        <TextArea className="counted" rows={4} maxLength={DemandIn.use_text.max} showCount />
      </Form.Item>
      <Form.Item name="use_kind" noStyle>
        <UseSuggestion />
      </Form.Item>
      <Form.Item
        name="highlights"
        label="项目亮点"
        required
        extra="确认对接后机构才能看到：技术、市场、订单、知识产权等"
        rules={[check("highlights", today)]}
      >
        <TextArea className="counted" rows={4} maxLength={DemandIn.highlights.max} showCount />
      </Form.Item>
      <Form.Item
        name="team"
        label="核心团队"
        required
        extra="确认对接后机构才能看到"
        rules={[check("team", today)]}
      >
        <TextArea className="counted" rows={3} maxLength={DemandIn.team.max} showCount />
      </Form.Item>
    </>
  );
}
