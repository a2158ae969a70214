/**
 * A way of a few steps that somebody is led along: what is done, what is missing at each, and one main button, at the step that
 * it is about now.
 */
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import styles from "./path.module.css";

export type PathStep = {
  key: string;
  title: string;
  done: boolean;
  /** One strong figure. */
  value?: ReactNode;
  /** What there is, or what is missing, in one sentence. */
  text: string;
  /** What is missing, each a way to where it is added. */
  missing?: readonly { label: string; to: string }[];
  /** How it goes on there. */
  action?: { label: string; to: string };
};

type Props = {
  label: string;
  steps: readonly PathStep[];
  /** The key of the step that it is about now. */
  at: string;
};

export function GuidedPath({ label, steps, at }: Props) {
  const navigate = useNavigate();
  return (
    <ol className={styles.path} aria-label={label}>
      {steps.map(({ key, title, done, value, text, missing = [], action }, index) => {
        const now = key === at;
        const state = now ? styles.now : done ? styles.done : styles.later;
        return (
          <li key={key} className={`${styles.step} ${state}`} aria-current={now ? "step" : undefined}>
            <h2 className={styles.title}>
              <span className={styles.mark} aria-hidden="true">
                {done ? "✓" : index + 1}
              </span>
              {title}
              {done && <span className="visually-hidden">（已完成）</span>}
            </h2>
            {value && <p className={styles.value}>{value}</p>}
            <p className={styles.text}>{text}</p>
            {missing.length > 0 && (
              <ul className={styles.missing}>
                {missing.map((one) => (
                  <li key={one.to}>
                    <Link to={one.to}>{one.label}</Link>
                  </li>
                ))}
              </ul>
            )}
            {action && now && (
              <Button type="primary" onClick={() => navigate(action.to)}>
                {action.label}
              </Button>
            )}
            {action && !now && (
              <Link className={styles.link} to={action.to}>
                {action.label}
              </Link>
            )}
          </li>
        );
      })}
    </ol>
  );
}
