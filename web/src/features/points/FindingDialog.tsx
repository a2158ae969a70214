/** 扣分认定: what the operator found about an organisation, on one of its orders or as a whole. */
import { Form, Select } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { api, unwrap } from "@/api/client";
import { FindingIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { POINT_EVENT } from "@/labels/points";
import { FormDialog } from "@/ui/FormDialog";
import { useToast } from "@/ui/Toast";
import { atLeast } from "@/ui/textRules";

/** What the operator may find, by side. */
const FINDINGS: Record<Schema<"OrganizationStatement">["side"], Schema<"PointEvent">[]> = {
  enterprise: ["false_material", "out_of_contact"],
  institution: ["refused_without_reason"],
  agency: [],
};

type Props = { statement: Schema<"OrganizationStatement">; onClose: () => void };

export function FindingDialog({ statement, onClose }: Props) {
  const toast = useToast();
  const events = FINDINGS[statement.side];
  return (
    <FormDialog<Schema<"FindingIn">>
      title={`登记扣分认定：${statement.name}`}
      initialValues={{ event: events[0] }}
      okText="登记"
      write={({ event, order_no, reason }, headers) =>
        unwrap(
          api.POST("/operator/points/organizations/{id}/findings", {
            params: { path: { id: statement.id } },
            body: { event, order_no: order_no?.trim() || null, reason: reason.trim() },
            headers,
          }),
        )
      }
      changes="points"
      onDone={() => {
        toast("已登记并通知该单位");
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="event" label="认定事项" rules={[{ required: true, message: "请选择认定事项" }]}>
        <Select options={events.map((value) => ({ value, label: POINT_EVENT[value] }))} />
      </Form.Item>
      <Form.Item
        name="order_no"
        label="对接单号（选填）"
        extra="与某张对接单有关时填写；同一张单同一事项只认定一次。"
      >
        <Input maxLength={FindingIn.order_no.max} placeholder="例如 DJ-202611-00001" />
      </Form.Item>
      <Form.Item
        name="reason"
        label="认定情况（该单位可见）"
        rules={[
          { required: true, whitespace: true, message: "请填写认定情况" },
          atLeast(FindingIn.reason.min),
        ]}
      >
        <TextArea rows={3} maxLength={FindingIn.reason.max} showCount />
      </Form.Item>
    </FormDialog>
  );
}
