/** 平台派单: demands that were offered to this institution first, each with the time that is left. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { USE_KIND } from "@/labels/finance";
import { maskedIndustry } from "@/labels/industries";
import { textOf } from "@/labels/label";
import { moneyText } from "@/lib/money";
import { Card } from "@/ui/Card";
import { DueText } from "@/ui/DueText";
import { institutionOrdersQuery } from "../queries";
import styles from "./lists.module.css";

export function InvitedList({ orderPath }: { orderPath: (id: string) => string }) {
  const query = useQuery(institutionOrdersQuery({ state: "invited", size: 20 }));
  const orders = query.data?.items ?? [];
  if (orders.length === 0) return null;
  return (
    <Card title={`平台派单（${query.data?.total ?? orders.length}）`}>
      <p className="card-note">
        这些需求与贵机构的产品最匹配，平台优先派给贵机构，请在时限内接单或说明不接单。
      </p>
      <ul className={styles.invitedList}>
        {orders.map((order) => (
          <li key={order.id}>
            <Link to={orderPath(order.id)}>
              {maskedIndustry(order.demand)} · {moneyText(order.demand.amount)}
            </Link>
            <span className="num">
              {order.demand.term_months !== null && `${order.demand.term_months} 个月，`}
              {textOf(USE_KIND, order.demand.use_kind)}
            </span>
            <DueText due={order.due} short />
          </li>
        ))}
      </ul>
    </Card>
  );
}
