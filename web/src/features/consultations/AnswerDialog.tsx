/** What the own department thinks of an application of another one. */
import { Form, Radio } from "antd";
import TextArea from "antd/es/input/TextArea";
import { api, unwrap } from "@/api/client";
import { ConsultationAnswerIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { CONSULTATION_VERDICT } from "@/labels/consultations";
import { options } from "@/labels/label";
import { FormDialog } from "@/ui/FormDialog";
import { atLeast } from "@/ui/textRules";

type Props = { id: string; onDone: () => void; onClose: () => void };

export function AnswerDialog({ id, onDone, onClose }: Props) {
  return (
    <FormDialog<Schema<"ConsultationAnswerIn">>
      title="答复会商"
      okText="提交答复"
      write={({ verdict, opinion }, headers) =>
        unwrap(
          api.POST("/government/consultations/{id}/answer", {
            params: { path: { id } },
            body: { verdict, opinion: opinion.trim() },
            headers,
          }),
        )
      }
      changes="applications"
      onDone={onDone}
      onClose={onClose}
    >
      <p className="dialog-text">答复供复审人员参考，提交后不能修改。</p>
      <Form.Item name="verdict" label="结论" rules={[{ required: true, message: "请选择结论" }]}>
        <Radio.Group options={options(CONSULTATION_VERDICT)} />
      </Form.Item>
      <Form.Item
        name="opinion"
        label="会商意见"
        rules={[{ required: true, message: "请填写会商意见" }, atLeast(5)]}
      >
        <TextArea rows={4} maxLength={ConsultationAnswerIn.opinion.max} showCount />
      </Form.Item>
    </FormDialog>
  );
}
