/** The rules of a good password, ticked off while typing. */
import { type PasswordContext, passwordHints } from "./passwordRules";

export function PasswordHints({ password, ...context }: PasswordContext & { password: string }) {
  return (
    <ul className="password-hints" aria-label="密码要求">
      {passwordHints(password, context).map((hint) => (
        <li key={hint.key} className={hint.met ? "is-met" : undefined}>
          <span aria-hidden="true">{hint.met ? "✓" : "○"}</span> {hint.text}
          <span className="visually-hidden">{hint.met ? "（已满足）" : "（未满足）"}</span>
        </li>
      ))}
      <li>
        <span aria-hidden="true">○</span> 不使用常见密码，建议用几个不相关的词组合
      </li>
    </ul>
  );
}
