/** Choice of a new password by a link. */
import { Button, Form } from "antd";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { NewPasswordFields } from "./NewPasswordFields";

type Props = { token: string; login: string; onDone: () => void };
type Values = { password: string; again: string };

export function LinkPasswordForm({ token, login, onDone }: Props) {
  const [form] = Form.useForm<Values>();
  const [problem, setProblem] = useState<FormProblem | null>(null);
  // The link works once, so the request carries no Idempotency-Key.
  const choose = useIntent(
    (password: string) => unwrap(api.POST("/account-links/password", { body: { token, password } })),
    { onSuccess: onDone },
  );
  const submit = ({ password }: Values) => {
    setProblem(null);
    choose.mutate(password, { onError: (error) => setProblem(applyProblem(form, error)) });
  };
  return (
    <Form form={form} layout="vertical" className="narrow-form" onFinish={submit}>
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <NewPasswordFields form={form} name="password" context={{ login }} />
      <ProblemAlert problem={problem} />
      <Button type="primary" htmlType="submit" loading={choose.isPending}>
        设置新密码
      </Button>
    </Form>
  );
}
