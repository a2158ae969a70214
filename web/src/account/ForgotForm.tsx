/** Login name and proved contact, a code, and the new password. The page learns of none of them whether they are known. */
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { ForgottenIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { NativeSelect } from "@/ui/NativeSelect";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { MOBILE } from "@/ui/textRules";
import { CodeField } from "./CodeField";
import { NewPasswordFields } from "./NewPasswordFields";

type Values = Schema<"ForgottenIn"> & { code: string; password: string; again: string };

const CHANNELS: Record<Schema<"ContactChannel">, string> = { sms: "手机短信", mail: "电子邮件" };

export function ForgotForm({
  channels,
  onDone,
}: {
  channels: Schema<"ContactChannel">[];
  onDone: () => void;
}) {
  const [form] = Form.useForm<Values>();
  const [ticket, setTicket] = useState<string | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const channel = Form.useWatch("channel", form) ?? channels[0];
  const login = Form.useWatch("login", form) ?? "";
  // A code works once, so the request carries no Idempotency-Key.
  const choose = useIntent(
    (body: Schema<"ForgottenPasswordIn">) => unwrap(api.POST("/forgotten-password/choose", { body })),
    { onSuccess: onDone },
  );
  const send = async () => {
    const valid = await form.validateFields(["login", "contact"]).catch(() => null);
    if (!valid) return null;
    const body = {
      login: valid.login.trim(),
      channel,
      contact: valid.contact.trim(),
    } as Schema<"ForgottenIn">;
    return unwrap(api.POST("/forgotten-password", { body }));
  };
  const submit = (values: Values) => {
    setProblem(null);
    if (!ticket) {
      form.setFields([{ name: "code", errors: ["请先获取验证码"] }]);
      return;
    }
    const { code, password } = values;
    choose.mutate(
      { ticket, code, login: values.login.trim(), password },
      { onError: (error) => setProblem(applyProblem(form, error)) },
    );
  };
  const contact = channel === "sms" ? "手机号码" : "电子邮箱";
  return (
    <Form
      form={form}
      layout="vertical"
      className="narrow-form"
      initialValues={{ channel: channels[0] }}
      onFinish={submit}
    >
      <Form.Item
        name="login"
        label="主账号登录名"
        rules={[{ required: true, whitespace: true, message: "请填写登录名" }]}
      >
        <Input
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={ForgottenIn.login.max}
        />
      </Form.Item>
      {channels.length > 1 && (
        <Form.Item name="channel" label="接收方式">
          <NativeSelect options={channels.map((value) => ({ value, label: CHANNELS[value] }))} />
        </Form.Item>
      )}
      <Form.Item
        name="contact"
        label={contact}
        extra={`本单位登记并已核验的${contact}`}
        rules={
          channel === "sms"
            ? [{ required: true, message: "请填写手机号码" }, MOBILE]
            : [
                { required: true, message: "请填写电子邮箱" },
                { type: "email", message: "请填写正确的电子邮箱" },
              ]
        }
      >
        <Input
          type={channel === "sms" ? "tel" : "email"}
          autoComplete={channel === "sms" ? "tel-national" : "email"}
          maxLength={ForgottenIn.contact.max}
        />
      </Form.Item>
      <CodeField
        name="code"
        label="验证码"
        required
        extra="登录名与已核验的联系方式一致时，才会发送验证码。"
        send={send}
        onTicket={setTicket}
      />
      <NewPasswordFields form={form} name="password" context={{ login }} />
      <ProblemAlert problem={problem} />
      <Button type="primary" htmlType="submit" loading={choose.isPending}>
        设置新密码
      </Button>
    </Form>
  );
}
