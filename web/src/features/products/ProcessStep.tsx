/** What has to be handed in, how long it takes, and whom to ask. */
import { Checkbox, Form } from "antd";
import Input from "antd/es/input/Input";
import { ProductContent } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { MoneyInput, WholeInput } from "@/ui/ScaledInput";
import { TagsInput } from "@/ui/TagsInput";
import { required } from "./BaseStep";

const date = (event: { target: { value: string } }) => event.target.value || null;

export function ProcessStep({ kind }: { kind: Schema<"FinancingKind"> }) {
  const debt = kind === "debt";
  return (
    <>
      <Form.Item
        name="materials"
        label="申请材料（每项输入后按回车）"
        rules={[required("请至少列出一项申请材料")]}
      >
        <TagsInput max={ProductContent.materials.max} />
      </Form.Item>
      <Form.Item name="steps" label="办理流程（选填，每步输入后按回车）">
        <TagsInput max={ProductContent.steps.max} />
      </Form.Item>
      <div className="form-grid">
        {debt ? (
          <>
            <Form.Item
              name="decision_wd"
              label="审批时限"
              extra="从企业确认对接到作出决定，不超过平台规定的上限"
              rules={[required("请填写审批时限")]}
            >
              <WholeInput unit="个工作日" digits={2} />
            </Form.Item>
            <Form.Item
              name="disburse_wd"
              label="放款时限"
              extra="从企业接受授信到放款"
              rules={[required("请填写放款时限")]}
            >
              <WholeInput unit="个工作日" digits={2} />
            </Form.Item>
          </>
        ) : (
          <Form.Item name="decision_weeks" label="决策周期" rules={[required("请填写决策周期")]}>
            <WholeInput unit="周" digits={2} />
          </Form.Item>
        )}
        <Form.Item name="quota" label="产品总额度（选填）">
          <MoneyInput />
        </Form.Item>
        <Form.Item name="valid_from" label="开始日期（选填）" getValueFromEvent={date}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="valid_to" label="结束日期（选填）" getValueFromEvent={date}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="contact_name" label="咨询联系人" rules={[required("请填写联系人")]}>
          <Input maxLength={ProductContent.contact_name.max} />
        </Form.Item>
        <Form.Item name="contact_phone" label="咨询电话" rules={[required("请填写咨询电话")]}>
          <Input maxLength={ProductContent.contact_phone.max} inputMode="tel" />
        </Form.Item>
      </div>
      {debt && (
        <>
          <Form.Item name="pure_online" valuePropName="checked">
            <Checkbox>全程线上办理，无需到网点</Checkbox>
          </Form.Item>
          <Form.Item name="subsidised" valuePropName="checked">
            <Checkbox>享受政府贴息</Checkbox>
          </Form.Item>
          <Form.Item name="risk_pool" valuePropName="checked">
            <Checkbox>纳入风险补偿资金池</Checkbox>
          </Form.Item>
          <Form.Item name="risk_pool_name" label="资金池名称（选填）">
            <Input maxLength={ProductContent.risk_pool_name.max} />
          </Form.Item>
        </>
      )}
    </>
  );
}
