/** What is to be done, the nearest limit first, each row with its next step: nobody has to open a list to find it. */
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { Link, useNavigate } from "react-router";
import { DueText } from "../DueText";
import { StatusTag } from "../StatusTag";
import { Money } from "../Values";
import styles from "./cockpit.module.css";
import { isPressing, sortWork, type WorkItem } from "./work";

/** Until somebody asks for the others. */
const SHOWN = 10;

export function WorkList({ items, label }: { items: readonly WorkItem[]; label: string }) {
  const [all, setAll] = useState(false);
  const sorted = sortWork(items);
  const more = sorted.length - SHOWN;
  return (
    <>
      <ul className={styles.work} aria-label={label}>
        {sorted.slice(0, all ? undefined : SHOWN).map((item) => (
          <Row key={item.key} item={item} />
        ))}
      </ul>
      {more > 0 && !all && <Button onClick={() => setAll(true)}>查看其余 {more} 项</Button>}
    </>
  );
}

/** The filters of the list: on a phone a line of them each, to be swiped, so that the list stays in sight. */
export const WorkFilters = ({ children }: { children: ReactNode }) => (
  <div className={styles.filters}>{children}</div>
);

function Row({ item }: { item: WorkItem }) {
  const navigate = useNavigate();
  const { title, to, state, amount, notes = [], due, step } = item;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link to={to} className={styles.title}>
          {title}
        </Link>
        <p className={styles.notes}>
          {state && <StatusTag label={state} />}
          {notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </p>
      </div>
      {amount !== null && amount !== undefined && (
        <span className={styles.amount}>
          <Money fen={amount} />
        </span>
      )}
      <span className={styles.due}>{due ? <DueText due={due} short /> : "无时限"}</span>
      {step && (
        <Button
          className={styles.step}
          type={isPressing(item) ? "primary" : "default"}
          onClick={step.run ?? (() => navigate(to))}
          aria-label={`${step.label}：${title}`}
        >
          {step.label}
        </Button>
      )}
    </li>
  );
}
