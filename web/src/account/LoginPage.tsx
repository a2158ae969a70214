/** Login: the field for the one-time code appears when the account needs it; demo servers list their accounts. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import Password from "antd/es/input/Password";
import { useEffect, useState } from "react";
import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { LoginIn } from "@/api/limits.gen";
import type { ErrorCode } from "@/api/problem";
import { useProof } from "@/api/proof";
import { sessionQuery, useSession } from "@/api/session";
import type { Schema } from "@/api/types";
import { homeOf, paths, safeNext } from "@/app/paths";
import { plainCode } from "@/lib/typed";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { DemoAccounts } from "./DemoAccounts";
import { ProofNote } from "./ProofNote";

const TOTP_CODES: readonly ErrorCode[] = ["accounts.totp_required", "accounts.totp_invalid"];

export function LoginPage() {
  const [form] = Form.useForm<Schema<"LoginIn">>();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const session = useSession();
  const [totp, setTotp] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const next = safeNext(params.get("next"));
  const { working, withProof } = useProof();
  // A login can be repeated without harm, so it carries no Idempotency-Key.
  const send = (body: Schema<"LoginIn">) =>
    withProof({ purpose: "login", login: body.login }, (proof) =>
      unwrap(api.POST("/session", { body: { ...body, ...proof } })),
    );
  const login = useIntent(send, {
    onSuccess: (answer) => {
      const me = answer.me;
      if (!me) return;
      // Nothing seen by an earlier account may remain.
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
      queryClient.setQueryData(sessionQuery.queryKey, answer);
      navigate(me.organization.state === "active" ? (next ?? homeOf(me)) : homeOf(me), { replace: true });
    },
  });

  useEffect(() => {
    if (totp) form.getFieldInstance("totp")?.focus();
  }, [totp, form]);

  const submit = (values: Schema<"LoginIn">) => {
    setProblem(null);
    const code = plainCode(values.totp ?? "");
    login.mutate(
      { login: values.login.trim(), password: values.password, totp: code || null },
      {
        onError: (error) => {
          if (TOTP_CODES.includes(error.code)) setTotp(true);
          if (error.code === "accounts.totp_invalid") form.setFieldValue("totp", "");
          setProblem(applyProblem(form, error));
        },
      },
    );
  };
  const choose = (account: Schema<"DemoAccount">) => {
    setProblem(null);
    setTotp(!!account.totp);
    form.setFieldsValue({
      login: account.login,
      password: account.password,
      totp: account.totp ?? undefined,
    });
  };

  const me = session.data?.me;
  if (me && !login.isPending && !login.isSuccess) return <Navigate to={next ?? homeOf(me)} replace />;
  const demo = session.data?.demo ?? false;
  return (
    <div className={demo ? "login-columns has-demo" : "login-columns"}>
      <div>
        <PageHeader title="登录" description={next ? "登录后将回到您刚才访问的页面。" : undefined} />
        <Card>
          <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
            <Form.Item
              name="login"
              label="登录名"
              rules={[{ required: true, whitespace: true, message: "请填写登录名" }]}
            >
              <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
            </Form.Item>
            <Form.Item name="password" label="密码" rules={[{ required: true, message: "请填写密码" }]}>
              <Password autoComplete="current-password" />
            </Form.Item>
            {totp && (
              <Form.Item
                name="totp"
                label="动态验证码"
                extra="验证器应用当前显示的 6 位数字"
                rules={[{ required: true, message: "请填写动态验证码" }]}
              >
                <Input autoComplete="one-time-code" inputMode="numeric" maxLength={LoginIn.totp.max} />
              </Form.Item>
            )}
            <ProblemAlert problem={problem} />
            <ProofNote working={working} />
            <Button type="primary" htmlType="submit" block loading={login.isPending}>
              登录
            </Button>
          </Form>
          <div className="login-links">
            <Link to={paths.register}>注册企业或机构账号</Link>
            <Link to={paths.forgot}>忘记密码</Link>
            <Link to={paths.help}>登录遇到问题</Link>
          </div>
        </Card>
      </div>
      {demo && <DemoAccounts onChoose={choose} />}
    </div>
  );
}
