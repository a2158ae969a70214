/** The fields of the login, as the browser has them: what one waits for on a phone is not to wait for a library of components. */
import { type FormEvent, type ReactNode, type RefObject, useId, useState } from "react";
import { LoginIn } from "@/api/limits.gen";
import "./login.css";

export type LoginValues = { login: string; password: string; totp: string };

type Props = {
  values: LoginValues;
  onChange: (values: LoginValues) => void;
  /** The account needs a one-time code. */
  totp: boolean;
  codeField: RefObject<HTMLInputElement | null>;
  pending: boolean;
  /** Between the fields and the button: what went wrong. */
  children: ReactNode;
  onSubmit: () => void;
};

const MISSING: Record<keyof LoginValues, string> = {
  login: "请填写登录名",
  password: "请填写密码",
  totp: "请填写动态验证码",
};

export function LoginForm({ values, onChange, totp, codeField, pending, children, onSubmit }: Props) {
  const id = useId();
  const [tried, setTried] = useState(false);
  const [visible, setVisible] = useState(false);
  const asked = (["login", "password", "totp"] as const).filter((name) => name !== "totp" || totp);
  const missing = asked.filter((name) => !values[name].trim());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const [first] = missing;
    if (first) event.currentTarget.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    else if (!pending) onSubmit();
  };
  const field = (name: keyof LoginValues) => {
    const wrong = tried && missing.includes(name);
    return {
      id: `${id}-${name}`,
      name,
      value: values[name],
      onChange: (event: { target: { value: string } }) => onChange({ ...values, [name]: event.target.value }),
      "aria-invalid": wrong || undefined,
      "aria-describedby": wrong ? `${id}-${name}-problem` : undefined,
    };
  };
  const frame = (name: keyof LoginValues, label: string, input: ReactNode, hint?: string) => (
    <div className="login-field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      {input}
      {hint && <p className="login-hint">{hint}</p>}
      {tried && missing.includes(name) && (
        <p className="login-problem" id={`${id}-${name}-problem`}>
          {MISSING[name]}
        </p>
      )}
    </div>
  );
  return (
    <form onSubmit={submit} noValidate>
      {frame(
        "login",
        "登录名",
        <input {...field("login")} autoComplete="username" autoCapitalize="none" spellCheck={false} />,
      )}
      {frame(
        "password",
        "密码",
        <span className="login-secret">
          <input
            {...field("password")}
            type={visible ? "text" : "password"}
            autoComplete="current-password"
            autoCapitalize="none"
            spellCheck={false}
          />
          <button type="button" aria-pressed={visible} onClick={() => setVisible(!visible)}>
            {visible ? "隐藏" : "显示"}
            <span className="visually-hidden">所填内容</span>
          </button>
        </span>,
      )}
      {totp &&
        frame(
          "totp",
          "动态验证码",
          <input
            {...field("totp")}
            ref={codeField}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={LoginIn.totp.max}
          />,
          "验证器应用当前显示的 6 位数字",
        )}
      {children}
      <button type="submit" className="login-button" aria-busy={pending}>
        {pending ? "正在登录…" : "登录"}
      </button>
    </form>
  );
}
