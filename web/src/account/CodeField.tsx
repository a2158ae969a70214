/** A code that is sent to a phone or a mailbox: the field, and the button that asks for it, once a minute. */
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import { type ReactNode, useEffect, useState } from "react";
import { toProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import styles from "./codeField.module.css";

/** Seconds until another code can be asked for. */
const PAUSE = 60;

type Props = {
  name: string;
  label: string;
  required: boolean;
  extra?: ReactNode;
  /** Asks for a code; null when the form has to be filled in first, which then says so itself. */
  send: () => Promise<Schema<"CodeSent"> | null>;
  /** Told which code is meant. */
  onTicket: (ticket: string) => void;
};

export function CodeField({ name, label, required, extra, send, onTicket }: Props) {
  const [left, setLeft] = useState(0);
  const [sending, setSending] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const counting = left > 0;
  useEffect(() => {
    if (!counting) return;
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, [counting]);
  const ask = async () => {
    setSending(true);
    setSaid(null);
    try {
      const sent = await send();
      if (!sent) return;
      onTicket(sent.ticket);
      setLeft(PAUSE);
      setSaid("验证码已发送，10 分钟内有效。");
    } catch (error) {
      const problem = toProblem(error);
      setSaid(problem.errors[0]?.message ?? problem.detail);
    } finally {
      setSending(false);
    }
  };
  return (
    <Form.Item label={label} required={required} htmlFor={name} extra={extra}>
      <div className={styles.row}>
        <Form.Item
          name={name}
          noStyle
          rules={[
            { required, message: `请填写${label}` },
            { pattern: /^\s*\d(\s*\d){5}\s*$/, message: "验证码为 6 位数字" },
          ]}
        >
          <Input id={name} autoComplete="one-time-code" inputMode="numeric" maxLength={12} />
        </Form.Item>
        <Button onClick={ask} loading={sending} disabled={counting}>
          {counting ? `${left} 秒后可重发` : "获取验证码"}
        </Button>
      </div>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </Form.Item>
  );
}
