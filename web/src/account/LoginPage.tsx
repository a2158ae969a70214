/** Login: the field for the one-time code appears when the account needs it; demo servers list their accounts. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { ErrorCode, Problem } from "@/api/problem";
import { useProof } from "@/api/proof";
import { sessionQuery, useSession } from "@/api/session";
import type { Schema } from "@/api/types";
import { homeOf, paths, safeNext } from "@/app/paths";
import { plainCode } from "@/lib/typed";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { DemoAccounts } from "./DemoAccounts";
import { LoginForm, type LoginValues } from "./LoginForm";
import { ProofNote } from "./ProofNote";

const EMPTY: LoginValues = { login: "", password: "", totp: "" };

const TOTP_CODES: readonly ErrorCode[] = ["accounts.totp_required", "accounts.totp_invalid"];

export function LoginPage() {
  const [values, setValues] = useState<LoginValues>(EMPTY);
  const codeField = useRef<HTMLInputElement>(null);
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const session = useSession();
  const [totp, setTotp] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
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
    if (totp) codeField.current?.focus();
  }, [totp]);

  const submit = () => {
    setProblem(null);
    const code = plainCode(values.totp);
    login.mutate(
      { login: values.login.trim(), password: values.password, totp: (totp && code) || null },
      {
        onError: (error) => {
          if (TOTP_CODES.includes(error.code)) setTotp(true);
          if (error.code === "accounts.totp_invalid") setValues((typed) => ({ ...typed, totp: "" }));
          setProblem(error);
        },
      },
    );
  };
  const choose = (account: Schema<"DemoAccount">) => {
    setProblem(null);
    setTotp(!!account.totp);
    setValues({ login: account.login, password: account.password, totp: account.totp ?? "" });
  };

  const me = session.data?.me;
  if (me && !login.isPending && !login.isSuccess) return <Navigate to={next ?? homeOf(me)} replace />;
  const demo = session.data?.demo ?? false;
  return (
    <div className={demo ? "login-columns has-demo" : "login-columns"}>
      <div>
        <PageHeader title="登录" description={next ? "登录后将回到您刚才访问的页面。" : undefined} />
        <Card>
          <LoginForm
            values={values}
            onChange={setValues}
            totp={totp}
            codeField={codeField}
            pending={login.isPending}
            onSubmit={submit}
          >
            <ProblemAlert problem={problem} />
            <ProofNote working={working} />
          </LoginForm>
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
