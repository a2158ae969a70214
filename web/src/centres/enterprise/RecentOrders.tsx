/** 最近的对接: the orders that changed last. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "@/app/paths";
import { CostOrShare } from "@/features/orders/Price";
import { enterpriseOrdersQuery } from "@/features/orders/queries";
import { termsOf } from "@/features/orders/terms";
import { orderState } from "@/labels/finance";
import { Card } from "@/ui/Card";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText, Money } from "@/ui/Values";
import { PublishLink } from "./PublishLink";
import styles from "./workbench.module.css";

const SHOWN = 5;

export function RecentOrders() {
  const recent = useQuery(enterpriseOrdersQuery({ size: SHOWN }));
  return (
    <Card title="最近的对接" extra={<Link to={paths.enterprise.orders}>全部对接单</Link>}>
      <Loaded query={recent} rows={3}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState
              title="还没有对接单"
              hint="发布融资需求并通过审核后，机构会来报价。"
              action={<PublishLink />}
            />
          ) : (
            <ul className={styles.recentOrders}>
              {page.items.map((order) => (
                <li key={order.id}>
                  <Link to={paths.enterprise.order(order.id)}>{order.institution.name}</Link>
                  <StatusTag label={orderState(order)} />
                  <span className={styles.recentFigures}>
                    <Money fen={termsOf(order).amount ?? order.demand_amount} /> ·{" "}
                    <CostOrShare terms={termsOf(order)} /> · <DateText value={order.updated_at} mode="ago" />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
