/** Live orders by whose turn it is, each a link to where it is done. */

import { Link } from "react-router";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { borrowerOf, termsOf } from "@/features/orders/terms";
import { orderState } from "@/labels/finance";
import { maskedIndustry } from "@/labels/industries";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Money } from "@/ui/Values";
import type { TodoGroup } from "./todo";
import styles from "./workbench.module.css";

const SHOWN = 5;

export function TodoGroups({ groups }: { groups: TodoGroup[] }) {
  const words = useLimits();
  return (
    <div className={styles.todoGroups}>
      {groups
        .filter((group) => group.mine || group.orders.length > 0)
        .map((group) => (
          <section key={group.key} aria-label={group.title}>
            <h3>
              {group.title} <span className="num">{group.orders.length}</span>
            </h3>
            <p className={styles.todoHint}>{group.orders.length > 0 ? words(group.hint) : "暂无"}</p>
            <ul>
              {group.orders.slice(0, SHOWN).map((order) => (
                <Row key={order.id} order={order} />
              ))}
            </ul>
            {group.orders.length > SHOWN && (
              <p className={styles.todoHint}>还有 {group.orders.length - SHOWN} 项，请到对接单中查看。</p>
            )}
          </section>
        ))}
    </div>
  );
}

function Row({ order }: { order: Schema<"InstitutionOrderView"> }) {
  return (
    <li className={styles.todoRow}>
      <Link to={paths.institution.order(order.id)}>{borrowerOf(order) ?? maskedIndustry(order.demand)}</Link>
      <StatusTag label={orderState(order)} />
      <span className={styles.todoFigures}>
        <Money fen={termsOf(order).amount ?? order.demand.amount} /> · {order.no} ·{" "}
        <DateText value={order.updated_at} mode="ago" />
      </span>
    </li>
  );
}
