/** Asks for what takes two operators: how the person has shown who they are, and why. */
import { Form } from "antd";
import TextArea from "antd/es/input/TextArea";
import { ResetIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { IDENTITY_PROOF, RESET_KIND } from "@/labels/accounts";
import { options } from "@/labels/label";
import { FormDialog } from "@/ui/FormDialog";
import { NativeSelect } from "@/ui/NativeSelect";
import { askReset } from "./queries";

type Props = {
  account: Schema<"ManagedAccount">;
  kind: Schema<"ResetKind">;
  onDone: () => void;
  onClose: () => void;
};

type Values = Pick<Schema<"ResetIn">, "proof" | "reason">;

export function ResetDialog({ account, kind, onDone, onClose }: Props) {
  return (
    <FormDialog<Values>
      title={`申请${RESET_KIND[kind]}？`}
      okText="提交申请"
      write={(values, headers) => askReset(account.id, { ...values, kind }, headers)}
      changes="account_admin"
      onDone={onDone}
      onClose={onClose}
    >
      <p className="dialog-text">
        {`${account.name}（${account.login}，${account.organization}）。须由另一位运营人员复核，复核同意后生效。`}
      </p>
      <Form.Item
        name="proof"
        label="身份核实方式"
        rules={[{ required: true, message: "请选择身份核实方式" }]}
      >
        <NativeSelect options={options(IDENTITY_PROOF)} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="理由"
        rules={[
          { required: true, whitespace: true, message: "请填写理由" },
          { min: 5, message: "至少 5 个字" },
        ]}
      >
        <TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={ResetIn.reason.max}
          placeholder="记入审计日志，相关人员会看到"
        />
      </Form.Item>
    </FormDialog>
  );
}
