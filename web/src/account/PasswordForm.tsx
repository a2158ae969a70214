/** Change of password; the server ends all other sessions. */
import { Button, Form } from "antd";
import Password from "antd/es/input/Password";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { useMe } from "@/api/session";
import type { Schema } from "@/api/types";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useToast } from "@/ui/Toast";
import { NewPasswordFields } from "./NewPasswordFields";

type Values = Schema<"PasswordIn"> & { again: string };

export function PasswordForm() {
  const me = useMe();
  const toast = useToast();
  const [form] = Form.useForm<Values>();
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const context = { login: me.login, organization: me.organization.name };
  const change = useIntent(
    (body: Schema<"PasswordIn">, headers) => unwrap(api.POST("/account/password", { body, headers })),
    {
      changes: "accounts",
      onSuccess: () => {
        form.resetFields();
        toast("密码已修改，其他设备已退出登录");
      },
    },
  );
  const submit = ({ current, new: next }: Values) => {
    setProblem(null);
    change.mutate({ current, new: next }, { onError: (error) => setProblem(applyProblem(form, error)) });
  };
  return (
    <Form form={form} layout="vertical" className="narrow-form" onFinish={submit}>
      {/* Password managers need the name of the account beside the new password. */}
      <input type="text" name="username" autoComplete="username" value={me.login} readOnly hidden />
      <Form.Item
        name="current"
        label={me.password_due ? "一次性密码" : "当前密码"}
        rules={[{ required: true, message: "请填写当前密码" }]}
      >
        <Password autoComplete="current-password" />
      </Form.Item>
      <NewPasswordFields form={form} name="new" context={context} />
      <ProblemAlert problem={problem} />
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        修改密码
      </Button>
    </Form>
  );
}
