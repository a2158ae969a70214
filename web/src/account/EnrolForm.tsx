/** A new authenticator: scan or type the key, prove it with the password and a first code, write the recovery codes down. */
import { Button, Form, QRCode } from "antd";
import Input from "antd/es/input/Input";
import Password from "antd/es/input/Password";
import { useState } from "react";
import { Link } from "react-router";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { LinkAuthenticatorIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import linksStyles from "@/features/accounts/links.module.css";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { ProblemAlert } from "@/ui/ProblemAlert";
import enrolStyles from "./enrol.module.css";

type Values = { password: string; code: string };

export function EnrolForm({ token, link }: { token: string; link: Schema<"LinkView"> }) {
  const [form] = Form.useForm<Values>();
  const [problem, setProblem] = useState<FormProblem | null>(null);
  // The link works once, so the request carries no Idempotency-Key.
  const enrol = useIntent((values: Values) =>
    unwrap(api.POST("/account-links/authenticator", { body: { token, ...values } })),
  );
  const submit = ({ password, code }: Values) => {
    setProblem(null);
    enrol.mutate(
      { password, code: code.replaceAll(/\s/g, "") },
      { onError: (error) => setProblem(applyProblem(form, error)) },
    );
  };
  if (enrol.data)
    return (
      <>
        <p className="notice tone-ok">
          已绑定。以下恢复码只显示这一次，每个可代替动态验证码使用一次，请抄写并妥善保管。
        </p>
        <ul className={`${enrolStyles.recoveryCodes} mono`} aria-label="恢复码">
          {enrol.data.recovery_codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p>
          <Link to={paths.login}>我已抄写，前往登录</Link>
        </p>
      </>
    );
  return (
    <Form form={form} layout="vertical" className="narrow-form" onFinish={submit}>
      <p>1. 用验证器应用扫描二维码，或手工输入密钥。</p>
      <div className={enrolStyles.enrolKey}>
        <QRCode value={link.otpauth ?? ""} size={168} aria-label="绑定二维码" />
        <p className={linksStyles.issuedLink}>
          密钥：<span className="mono">{link.key}</span>
        </p>
      </div>
      <p>2. 填写登录密码和验证器应用显示的 6 位数字，完成绑定。连续填错 5 次，链接失效。</p>
      <input type="text" name="username" autoComplete="username" value={link.login} readOnly hidden />
      <Form.Item name="password" label="登录密码" rules={[{ required: true, message: "请填写登录密码" }]}>
        <Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="code" label="动态验证码" rules={[{ required: true, message: "请填写动态验证码" }]}>
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={LinkAuthenticatorIn.code.max} />
      </Form.Item>
      <ProblemAlert problem={problem} />
      <Button type="primary" htmlType="submit" loading={enrol.isPending}>
        完成绑定
      </Button>
    </Form>
  );
}
