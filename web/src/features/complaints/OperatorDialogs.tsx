/** The forms behind what the operator can do with a complaint. */
import { useQuery } from "@tanstack/react-query";
import { Form, Radio, Select } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { api, ifMatch, unwrap } from "@/api/client";
import { AnswerIn, RectificationIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { FINDING } from "@/labels/complaints";
import { options } from "@/labels/label";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { FormDialog } from "@/ui/FormDialog";
import { atLeast } from "@/ui/textRules";
import { handlersQuery } from "./queries";

type DialogProps = {
  complaint: Schema<"ComplaintView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function AssignDialog({ complaint, onDone, onClose }: DialogProps) {
  const handlers = useQuery(handlersQuery);
  const params = { path: { id: complaint.id } };
  return (
    <FormDialog
      title="指定经办人"
      initialValues={{ handler_id: complaint.handler_id ?? undefined }}
      okText="指定"
      write={({ handler_id }: { handler_id: string }, headers) =>
        unwrap(
          api.POST("/operator/complaints/{id}/assign", {
            params: { ...params, header: ifMatch(complaint.version) },
            body: { handler_id },
            headers,
          }),
        )
      }
      changes="complaints"
      onDone={() => onDone("已指定经办人")}
      onClose={onClose}
    >
      <Form.Item name="handler_id" label="经办人" rules={[{ required: true, message: "请选择经办人" }]}>
        <Select
          loading={handlers.isPending}
          placeholder="请选择"
          options={handlers.data?.map((one) => ({
            value: one.id,
            label: `${one.name}（${one.organization}）`,
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}

export function AnswerDialog({ complaint, onDone, onClose }: DialogProps) {
  const params = { path: { id: complaint.id } };
  const judged = complaint.kind !== "feedback";
  return (
    <FormDialog
      wide
      title="答复"
      okText="提交答复"
      write={({ text, finding }: { text: string; finding?: Schema<"Finding"> }, headers) =>
        unwrap(
          api.POST("/operator/complaints/{id}/answer", {
            params: { ...params, header: ifMatch(complaint.version) },
            body: { text: text.trim(), finding: finding ?? null },
            headers,
          }),
        )
      }
      changes="complaints"
      onDone={() => onDone("已答复，提出方会收到通知")}
      onClose={onClose}
    >
      {judged && (
        <Form.Item name="finding" label="核查结论" rules={[{ required: true, message: "请选择核查结论" }]}>
          <Radio.Group options={options(FINDING)} />
        </Form.Item>
      )}
      <Form.Item
        name="text"
        label="答复内容"
        extra={
          complaint.order_id
            ? "提出方和被反映方都会看到；企业未公开身份时，请不要写出企业名称。"
            : "提出方会看到。"
        }
        rules={[{ required: true, whitespace: true, message: "请填写答复内容" }, atLeast(AnswerIn.text.min)]}
      >
        <TextArea rows={6} maxLength={AnswerIn.text.max} showCount />
      </Form.Item>
    </FormDialog>
  );
}

export function RectifyDialog({ complaint, onDone, onClose }: DialogProps) {
  const params = { path: { id: complaint.id } };
  const today = todayIn(now());
  return (
    <FormDialog
      title="登记整改"
      initialValues={{ done_on: today }}
      okText="登记"
      write={({ note, done_on }: { note: string; done_on: string }, headers) =>
        unwrap(
          api.POST("/operator/complaints/{id}/rectify", {
            params: { ...params, header: ifMatch(complaint.version) },
            body: { note: note.trim(), done_on },
            headers,
          }),
        )
      }
      changes="complaints"
      onDone={() => onDone("已登记整改")}
      onClose={onClose}
    >
      <Form.Item name="done_on" label="完成日期" rules={[{ required: true, message: "请选择完成日期" }]}>
        <Input type="date" max={today} />
      </Form.Item>
      <Form.Item
        name="note"
        label="整改情况"
        extra="提出方和被反映方都会看到。"
        rules={[
          { required: true, whitespace: true, message: "请填写整改情况" },
          atLeast(RectificationIn.note.min),
        ]}
      >
        <TextArea rows={4} maxLength={RectificationIn.note.max} showCount />
      </Form.Item>
    </FormDialog>
  );
}
