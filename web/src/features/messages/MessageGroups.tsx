/** Messages of a page by day; many of a kind are one entry with the newest of them, all of them behind a press. */
import { Button } from "antd";
import { type ReactNode, useId, useState } from "react";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { now } from "@/lib/now";
import { Card } from "@/ui/Card";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { DateText } from "@/ui/Values";
import { byDay, firstOf, type Group, pathOf, unreadOf } from "./groups";
import styles from "./messages.module.css";
import { useRead } from "./useRead";

/** So many of a kind are shown as they are, and of more the first. */
const SHOWN = 3;

export function MessageGroups({ messages }: { messages: Schema<"MessageView">[] }) {
  return byDay(messages, now()).map(({ day, title, groups }) => (
    <section key={day} className={styles.day} aria-label={title}>
      <h2>{title}</h2>
      <Card flush>
        <ul>
          {groups.map((group) => (
            <Entry key={group.key} group={group} />
          ))}
        </ul>
      </Card>
    </section>
  ));
}

function Entry({ group }: { group: Group }) {
  const [open, setOpen] = useState(false);
  const rest = useId();
  const { title, items } = group;
  if (items.length <= SHOWN) return items.map((message) => <MessageRow key={message.id} message={message} />);
  const unread = unreadOf(items);
  const first = firstOf(items, SHOWN);
  return (
    <li>
      <div className={styles.group}>
        <strong>{title}</strong>
        <span>
          {items.length} 条{unread.length > 0 && `，${unread.length} 条未读`}
        </span>
      </div>
      <ul id={rest}>
        {(open ? items : first).map((message) => (
          <MessageRow key={message.id} message={message} within />
        ))}
      </ul>
      <div className={styles.more}>
        <Button
          type="link"
          aria-expanded={open}
          aria-controls={rest}
          aria-label={`${open ? "收起" : "展开"}：${title}`}
          onClick={() => setOpen(!open)}
        >
          {open ? "收起" : `展开全部 ${items.length} 条`}
        </Button>
        <ReadButton messages={unread} label={`标为已读：${title}（${unread.length} 条）`}>
          {unread.length} 条标为已读
        </ReadButton>
      </div>
    </li>
  );
}

type ReadProps = { messages: Schema<"MessageView">[]; label: string; children: ReactNode };

function ReadButton({ messages, label, children }: ReadProps) {
  const read = useRead();
  if (messages.length === 0) return null;
  return (
    <>
      <Button
        type="link"
        className={styles.read}
        loading={read.isPending}
        onClick={() => read.mutate(messages)}
        aria-label={label}
      >
        {children}
      </Button>
      <ProblemAlert problem={read.error} />
    </>
  );
}

type RowProps = {
  message: Schema<"MessageView">;
  /** In a group, which has said the title. */
  within?: boolean;
};

/** The whole row leads to what it is about; opening it reads it. */
function MessageRow({ message, within }: RowProps) {
  const read = useRead();
  const path = pathOf(message);
  const unread = !message.read_at;
  const heading = within ? message.body : message.title;
  return (
    <li className={`${styles.message} ${unread ? styles.isUnread : ""} ${within ? styles.within : ""}`}>
      <div className={styles.messageHead}>
        <h3>
          {path ? (
            <Link
              className={styles.whole}
              to={path}
              aria-label={`${message.title}：${message.body}`}
              onClick={() => unread && read.mutate([message])}
            >
              {heading}
            </Link>
          ) : (
            heading
          )}
        </h3>
        {unread && <span className={styles.messageNew}>未读</span>}
        <DateText value={message.created_at} mode="ago" />
      </div>
      {!within && <p>{message.body}</p>}
      {unread && !within && (
        <ReadButton messages={[message]} label={`标为已读：${message.title}`}>
          标为已读
        </ReadButton>
      )}
    </li>
  );
}
