/** Live orders as columns by state; what the institution has to do next is marked in words. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { maskedIndustry } from "@/labels/industries";
import { formatAgo } from "@/lib/dates";
import { now } from "@/lib/now";
import { DueText } from "@/ui/DueText";
import { Count, Money } from "@/ui/Values";
import { RateOrShare } from "../Price";
import { borrowerOf, termsOf } from "../terms";
import { boardColumns } from "./board";
import styles from "./lists.module.css";

type Props = { orders: Schema<"InstitutionOrderView">[]; orderPath: (id: string) => string };

export function OrderBoard({ orders, orderPath }: Props) {
  return (
    <div className={styles.board}>
      {boardColumns(orders).map((column) => (
        <section key={column.key} className={styles.boardColumn} aria-label={column.title}>
          <h2>
            {column.title} <span className="num">{column.orders.length}</span>
            {column.mine && column.orders.length > 0 && <span className={styles.boardMine}>待我处理</span>}
          </h2>
          {column.orders.length === 0 && <p className="card-note">暂无</p>}
          <ul>
            {column.orders.map((order) => (
              <BoardCard key={order.id} order={order} orderPath={orderPath} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function BoardCard({
  order,
  orderPath,
}: {
  order: Schema<"InstitutionOrderView">;
  orderPath: Props["orderPath"];
}) {
  const terms = termsOf(order);
  return (
    <li className={styles.boardCard}>
      <Link to={orderPath(order.id)}>{borrowerOf(order) ?? maskedIndustry(order.demand)}</Link>
      <p className={styles.boardFigures}>
        <Money fen={terms.amount ?? order.demand.amount} /> · <RateOrShare terms={terms} />
        {terms.term_months !== null && (
          <>
            {" "}
            · <Count value={terms.term_months} unit="个月" />
          </>
        )}
      </p>
      <DueText due={order.due} short />
      <p className="card-note">
        {order.officer.name} · {order.no} · {formatAgo(order.updated_at, now())}更新
      </p>
    </li>
  );
}
