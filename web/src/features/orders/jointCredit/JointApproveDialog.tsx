/** 同意本机构份额: with conditions, if there are any. */
import { Form } from "antd";
import TextArea from "antd/es/input/TextArea";
import { api, ifMatch, unwrap } from "@/api/client";
import { JointApproveIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { formatRate, moneyText } from "@/lib/money";
import { FormDialog } from "@/ui/FormDialog";

type Values = { conditions?: string };
type Props = {
  joint: Schema<"InstitutionJointView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function JointApproveDialog({ joint, onDone, onClose }: Props) {
  const { own } = joint;
  return (
    <FormDialog<Values>
      title="同意本机构份额"
      okText="同意"
      write={({ conditions }, headers) =>
        unwrap(
          api.POST("/institution/joint-credits/{id}/approve", {
            params: { path: { id: joint.id }, header: ifMatch(own?.version ?? 0) },
            body: { conditions: conditions?.trim() || null },
            headers,
          }),
        )
      }
      changes="joint_credits"
      onDone={() => onDone("已同意本机构份额")}
      onClose={onClose}
    >
      <p className="dialog-text">
        {own?.role === "guarantor"
          ? `担保 ${moneyText(own.share)}，担保费 ${moneyText(own.fee, "yuan")}。`
          : `份额 ${moneyText(own?.share)}，年利率 ${formatRate(own?.rate)}，期限 ${joint.term_months} 个月。`}
        全部成员同意后，方案一并提交企业。
      </p>
      <Form.Item name="conditions" label="授信条件（选填）">
        <TextArea rows={4} maxLength={JointApproveIn.conditions.max} showCount />
      </Form.Item>
    </FormDialog>
  );
}
