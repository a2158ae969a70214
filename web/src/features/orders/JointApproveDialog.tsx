/** 同意本机构份额: with conditions, if there are any. */
import { Form, Input } from "antd";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { formatRate, moneyText } from "@/lib/money";
import { FormDialog } from "@/ui/FormDialog";
import { useJointWrite } from "./jointQueries";

type Values = { conditions?: string };
type Props = {
  joint: Schema<"InstitutionJointView">;
  open: boolean;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function JointApproveDialog({ joint, open, onDone, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const { own } = joint;
  const write = useJointWrite(
    (conditions: string | null, headers) =>
      unwrap(
        api.POST("/institution/joint-credits/{id}/approve", {
          params: { path: { id: joint.id } },
          body: { version: own?.version ?? 0, conditions },
          headers,
        }),
      ),
    () => onDone("已同意本机构份额"),
  );
  return (
    <FormDialog
      open={open}
      title="同意本机构份额"
      form={form}
      okText="同意"
      pending={write.isPending}
      error={write.error}
      onSubmit={({ conditions }) => write.send(conditions?.trim() || null)}
      onClose={onClose}
    >
      <p className="dialog-text">
        {own?.role === "guarantor"
          ? `担保 ${moneyText(own.share)}，担保费 ${moneyText(own.fee, "yuan")}。`
          : `份额 ${moneyText(own?.share)}，年利率 ${formatRate(own?.rate)}，期限 ${joint.term_months} 个月。`}
        全部成员同意后，方案一并提交企业。
      </p>
      <Form.Item name="conditions" label="授信条件（选填）">
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
    </FormDialog>
  );
}
