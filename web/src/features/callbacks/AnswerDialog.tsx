/** 登记回访: the three answers, and what was said; where something is wrong, it has to be said. */
import { Form, Radio } from "antd";
import TextArea from "antd/es/input/TextArea";
import { api, ifMatch, unwrap } from "@/api/client";
import { CallbackAnswers } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { CALLBACK_ANSWER, CALLBACK_QUESTION, type CallbackQuestion } from "@/labels/callbacks";
import { options } from "@/labels/label";
import { FormDialog } from "@/ui/FormDialog";
import { atLeast } from "@/ui/textRules";
import { isWanting } from "./answers";

type Values = Schema<"CallbackAnswers">;
type Props = {
  callback: Schema<"CallbackView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

const QUESTIONS = options(CALLBACK_QUESTION);
const NOTE_MIN = 5;

export function AnswerDialog({ callback, onDone, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const wanting = isWanting(Form.useWatch([], form) as Partial<Values> | undefined);
  return (
    <FormDialog<Values>
      title={`登记回访：${callback.enterprise_name}`}
      form={form}
      okText="登记"
      write={(values, headers) =>
        unwrap(
          api.POST("/operator/callbacks/{id}/answer", {
            params: { path: { id: callback.id }, header: ifMatch(callback.version) },
            body: {
              as_told: values.as_told,
              service: values.service,
              need: values.need,
              note: values.note?.trim() || null,
            },
            headers,
          }),
        )
      }
      changes="callbacks"
      onDone={() => onDone("已登记回访")}
      onClose={onClose}
    >
      <p className="dialog-text">
        {callback.institution_name}，对接单 {callback.order_no}。请按企业的答复登记。
      </p>
      {QUESTIONS.map(({ value, label }: { value: CallbackQuestion; label: string }) => (
        <Form.Item
          key={value}
          name={value}
          label={label}
          rules={[{ required: true, message: "请选择企业的答复" }]}
        >
          <Radio.Group options={options(CALLBACK_ANSWER[value])} />
        </Form.Item>
      ))}
      <Form.Item
        name="note"
        label={wanting ? "企业的意见" : "企业的意见（选填）"}
        dependencies={QUESTIONS.map(({ value }) => value)}
        rules={
          wanting
            ? [
                { required: true, whitespace: true, message: "有不满意或不一致的，请写明企业的意见" },
                atLeast(NOTE_MIN),
              ]
            : []
        }
      >
        <TextArea rows={4} maxLength={CallbackAnswers.note.max} showCount />
      </Form.Item>
    </FormDialog>
  );
}
