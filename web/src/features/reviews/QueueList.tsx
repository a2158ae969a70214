/** The queue beside the open item: filters, one entry below the other, and the keys. */
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { REVIEW_STATE } from "@/labels/organizations";
import { BeyondLast, isBeyondLast } from "@/lib/BeyondLast";
import { DueText } from "@/ui/DueText";
import styles from "@/ui/desk/desk.module.css";
import { KeyLine } from "@/ui/desk/KeyLine";
import { NativeSelect } from "@/ui/NativeSelect";
import { Pagination } from "@/ui/Pagination";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { DateText } from "@/ui/Values";
import { ClaimLine } from "./ClaimLine";
import { type Queue, useWaiting } from "./useQueue";

type Item = Schema<"ReviewItem">;

type Props = {
  queue: Queue;
  link: (item: Item) => string;
  /** Page of the open item. */
  open: string | null;
  /** The decisions that the open item has. */
  offered: readonly string[] | null;
  onHelp: () => void;
};

export function QueueList({ queue, link, open, offered, onHelp }: Props) {
  const { list, state, kind } = queue;
  const kinds = useWaiting().data ?? [];
  const all = kinds.reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <aside className={styles.queue} aria-label="审核队列">
      <div className={styles.queueHead}>
        <h2>审核队列</h2>
        <NativeSelect
          aria-label="类别"
          placeholder={`全部（${all}）`}
          clearable
          options={kinds.map(({ kind, text, waiting }) => ({ value: kind, label: `${text}（${waiting}）` }))}
          value={kind}
          onChange={(value) => list.setFilters({ kind: value })}
        />
        <NativeSelect
          aria-label="状态"
          options={options(REVIEW_STATE)}
          value={state}
          onChange={(value) => list.setFilters({ state: value === "waiting" ? undefined : value })}
        />
        <ClaimLine queue={queue} />
      </div>
      <Rows queue={queue} link={link} open={open} />
      <KeyLine offered={offered} onHelp={onHelp} />
    </aside>
  );
}

function Rows({ queue, link, open }: Omit<Props, "offered" | "onHelp">) {
  const { list, query, state, own } = queue;
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (open && query.data) current.current?.scrollIntoView?.({ block: "nearest" });
  }, [open, query.data]);
  const { data } = query;
  if (!data) {
    return (
      <div className={styles.rows}>
        {query.isPending ? <Skeleton rows={8} /> : <ErrorState error={query.error} onRetry={query.refetch} />}
      </div>
    );
  }
  if (isBeyondLast(data, list.page)) return <BeyondLast page={list.page} data={data} />;
  if (data.items.length === 0) {
    return (
      <div className={styles.rows}>
        <EmptyState
          title={own ? "没有您领取的事项" : state === "waiting" ? "没有待审核的事项" : "没有这一状态的事项"}
          hint={
            own
              ? "可以领取几件，或取消“只看我领取的”。"
              : state === "waiting"
                ? "新的提交会出现在这里。"
                : "可以切换上方的类别或状态。"
          }
        />
      </div>
    );
  }
  return (
    <>
      <ul className={styles.rows} aria-label="审核事项">
        {data.items.map((item) => (
          <li key={item.id}>
            <Link
              ref={item.link === open ? current : undefined}
              className={styles.row}
              to={link(item)}
              aria-current={item.link === open ? "true" : undefined}
            >
              <span className={styles.kind}>
                {item.kind_text}
                {item.round > 1 && ` · 第 ${item.round} 次提交`}
              </span>
              <span>{item.due && <DueText due={item.due} short />}</span>
              <Names item={item} />
              {item.claim && (
                <span className={item.claim.own ? styles.own : styles.quiet}>
                  {item.claim.own ? "您已领取" : `${item.claim.by}已领取`}，至{" "}
                  <DateText value={item.claim.until} mode="time" />
                </span>
              )}
              {item.decided_at && (
                <span className={styles.quiet}>
                  <DateText value={item.decided_at} mode="time" /> {item.decided_by}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {data.total > data.size && (
        <Pagination
          page={list.page}
          size={data.size}
          total={data.total}
          capped={data.capped}
          onPage={list.setPage}
        />
      )}
    </>
  );
}

/** Where it is about an organisation itself, its name says more than what is asked for. */
function Names({ item }: { item: Item }) {
  const names = [item.title, item.organization_name];
  if (item.kind === "organization" || item.kind === "certification") names.reverse();
  const [strong, quiet] = names;
  return (
    <>
      <span className={styles.title}>{strong}</span>
      {quiet !== item.kind_text && <span className={styles.quiet}>{quiet}</span>}
    </>
  );
}
