/** All offers for one demand: side by side in a table on wide screens, as cards on phones. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { orderState } from "@/labels/finance";
import { textOf } from "@/labels/label";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { ScrollRegion } from "@/lib/ScrollRegion";
import { useIsPhone } from "@/lib/useMedia";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { type Cell, comparisonRows, type Grades, sortOffers } from "./comparison";
import styles from "./offers.module.css";

type Props = {
  orders: Schema<"EnterpriseOrderView">[];
  orderPath: (id: string) => string;
  /** How the platform grades the institutions, in words. */
  grades?: Grades;
};

export function OfferComparison({ orders, orderPath, grades }: Props) {
  const phone = useIsPhone();
  if (orders.length === 0)
    return (
      <EmptyState title="还没有机构报价" hint="有机构报价时，我们会通过消息通知您，并在这里并排比较。" />
    );
  const sorted = sortOffers(orders);
  return phone ? (
    <Cards orders={sorted} orderPath={orderPath} grades={grades} />
  ) : (
    <Table orders={sorted} orderPath={orderPath} grades={grades} />
  );
}

function Value({ cell }: { cell: Cell | undefined }) {
  if (!cell) return null;
  return (
    <>
      {cell.best && <span className={styles.bestMark}>{cell.best}</span>}
      <span className={cell.rate ? "num rate" : "num"}>{cell.text}</span>
    </>
  );
}

function Head({ order, orderPath }: { order: Schema<"EnterpriseOrderView">; orderPath: Props["orderPath"] }) {
  return (
    <>
      <Link to={orderPath(order.id)}>{order.institution.name}</Link>
      <span className={styles.offerKind}>{textOf(INSTITUTION_TYPE, order.institution.institution_type)}</span>
    </>
  );
}

function Table({ orders, orderPath, grades }: Props) {
  return (
    <ScrollRegion className="table-scroll" label="机构报价对比">
      <table className={`data-table ${styles.comparison}`}>
        <caption className="visually-hidden">各机构报价并排比较，每列一家机构</caption>
        <thead>
          <tr>
            <th scope="col">比较项</th>
            {orders.map((order) => (
              <th scope="col" key={order.id} className="numeric">
                <Head order={order} orderPath={orderPath} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparisonRows(orders, grades).map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell) => (
                <td key={cell.key} className={row.numeric ? "numeric" : styles.comparisonText}>
                  <Value cell={cell} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">进展</th>
            {orders.map((order) => (
              <td key={order.id} className="numeric">
                <StatusTag label={orderState(order)} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cards({ orders, orderPath, grades }: Props) {
  const rows = comparisonRows(orders, grades);
  return (
    <ul className="card-list" aria-label="机构报价对比">
      {orders.map((order, index) => (
        <li key={order.id} className="list-card">
          <div className="list-card-head">
            <div className="list-card-title">
              <Head order={order} orderPath={orderPath} />
            </div>
            <StatusTag label={orderState(order)} />
          </div>
          <dl>
            {rows.map((row) => (
              <div key={row.key}>
                <dt>{row.label}</dt>
                <dd>
                  <Value cell={row.cells[index]} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
