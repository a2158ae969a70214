/**
 * All offers for one demand, to be decided together: cards side by side; on phones cards to swipe, below a line that stays in
 * sight with what each of them costs. What has ended comes to nothing more stands below.
 */
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { LIVE_ORDER_STATES, orderState } from "@/labels/finance";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { comparisonRows, type Grades, heroKey, sortOffers } from "./comparison";
import { OfferCard } from "./OfferCard";
import styles from "./offers.module.css";

type Order = Schema<"EnterpriseOrderView">;

type Props = {
  orders: readonly Order[];
  orderPath: (id: string) => string;
  /** How the platform grades the institutions, in words. */
  grades?: Grades;
};

const counts = ({ state }: Order) => state === "closed" || LIVE_ORDER_STATES.includes(state);

export function OfferCards({ orders, orderPath, grades }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const sorted = sortOffers(orders);
  const shown = sorted.filter(counts);
  const ended = sorted.filter((order) => !counts(order));
  const rows = comparisonRows(shown, grades);
  useWatched(list, shown.length, setAt);
  const go = (index: number) => {
    setAt(index);
    list.current?.children[index]?.scrollIntoView({ block: "nearest", inline: "center" });
  };
  return (
    <>
      {orders.length === 0 && (
        <EmptyState title="还没有机构报价" hint="有机构报价时，我们会通过消息通知您，并在这里并排比较。" />
      )}
      {shown.length > 1 && <Strip orders={shown} rows={rows} at={at} onGo={go} />}
      {shown.length > 0 && (
        <ul ref={list} className={styles.cards} aria-label="机构报价对比">
          {shown.map((order, index) => (
            <OfferCard
              key={order.id}
              order={order}
              path={orderPath(order.id)}
              current={index === at}
              cells={rows.map(({ key, label, cells }) => ({ key, label, cell: cells[index] }))}
            />
          ))}
        </ul>
      )}
      {ended.length > 0 && (
        <section className={styles.ended}>
          <h2>已结束</h2>
          <ul>
            {ended.map((order) => (
              <li key={order.id}>
                <Link className="tall-link" to={orderPath(order.id)}>
                  {order.institution.name}
                </Link>{" "}
                <StatusTag label={orderState(order)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Which card has been swiped to. */
function useWatched(
  list: React.RefObject<HTMLUListElement | null>,
  count: number,
  onSeen: (index: number) => void,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards are watched when there are more or fewer.
  useEffect(() => {
    const { current: cards } = list;
    if (!cards) return;
    const seen = new IntersectionObserver(
      (entries) => {
        const shown = entries.find(({ isIntersecting }) => isIntersecting);
        if (shown) onSeen([...cards.children].indexOf(shown.target));
      },
      { root: cards, threshold: 0.7 },
    );
    for (const card of cards.children) seen.observe(card);
    return () => seen.disconnect();
  }, [count]);
}

type StripProps = {
  orders: readonly Order[];
  rows: ReturnType<typeof comparisonRows>;
  at: number;
  onGo: (index: number) => void;
};

/** What each of them costs, on phones: a tap brings its card. */
function Strip({ orders, rows, at, onGo }: StripProps) {
  const hero = rows.find(({ key }) => key === heroKey(orders[0]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no group of fields.
    <div className={styles.strip} role="group" aria-label={`${hero?.label}一览`}>
      {orders.map((order, index) => (
        <button
          key={order.id}
          type="button"
          aria-current={index === at ? "true" : undefined}
          onClick={() => onGo(index)}
        >
          <span className={styles.stripName}>{order.institution.name}</span>
          <strong className="num rate">{hero?.cells[index]?.text}</strong>
          <span className={styles.stripNote}>
            {rows.find(({ key }) => key === "amount")?.cells[index]?.text} 万元
          </span>
        </button>
      ))}
    </div>
  );
}
