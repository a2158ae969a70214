/** 同意展期: until when, at what rate, for what fee; the enterprise accepts afterwards. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { api, ifMatch, unwrap } from "@/api/client";
import { ExtensionDecision } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { FormDialog } from "@/ui/FormDialog";
import { RateInput, YuanInput } from "@/ui/ScaledInput";
import { rateRule } from "../rules";

type Values = Schema<"ExtensionDecision">;
export type SecondDialogProps = {
  second: Schema<"SecondCreditView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function ExtensionDialog({ second, onDone, onClose }: SecondDialogProps) {
  return (
    <FormDialog<Values>
      title="同意展期"
      initialValues={{ until: second.wanted.extend_to ?? undefined, rate: second.wanted.rate }}
      okText="同意并发给企业"
      wide
      write={(values, headers) =>
        unwrap(
          api.POST("/institution/second-credits/{id}/approve", {
            params: { path: { id: second.id }, header: ifMatch(second.version) },
            body: {
              until: values.until,
              rate: values.rate,
              fee: values.fee ?? 0,
              agreement_no: values.agreement_no.trim(),
              conditions: values.conditions?.trim() || null,
              valid_until: values.valid_until,
            },
            headers,
          }),
        )
      }
      changes="second_credits"
      onDone={() => onDone("已同意展期，等待企业答复")}
      onClose={onClose}
    >
      <div className="form-grid">
        <Form.Item
          name="until"
          label="新的到期日"
          extra={`原到期日 ${second.matures_on}`}
          rules={[{ required: true, message: "请选择新的到期日" }]}
        >
          <Input type="date" min={second.matures_on} />
        </Form.Item>
        <Form.Item name="rate" label="展期年利率" required rules={[rateRule]}>
          <RateInput />
        </Form.Item>
        <Form.Item name="fee" label="展期费用（选填）" extra="没有则不填">
          <YuanInput />
        </Form.Item>
        <Form.Item
          name="agreement_no"
          label="展期协议编号"
          rules={[
            {
              required: true,
              min: ExtensionDecision.agreement_no.min,
              whitespace: true,
              message: `请填写协议编号，至少 ${ExtensionDecision.agreement_no.min} 个字符`,
            },
          ]}
        >
          <Input maxLength={ExtensionDecision.agreement_no.max} autoComplete="off" />
        </Form.Item>
        <Form.Item name="valid_until" label="有效期至" rules={[{ required: true, message: "请选择有效期" }]}>
          <Input type="date" min={todayIn(now())} />
        </Form.Item>
        <Form.Item name="conditions" label="条件（选填）" className="wide">
          <TextArea rows={3} maxLength={ExtensionDecision.conditions.max} showCount />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
