/** One offer among others: what it costs, what is paid each month, what differs from what was asked, and the choice. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { orderState } from "@/labels/finance";
import { textOf } from "@/labels/label";
import { FIRST_PAYMENT } from "@/labels/loans";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { formatRate, moneyText } from "@/lib/money";
import { StatusTag } from "@/ui/StatusTag";
import { EnterpriseOrderActions } from "../steps/EnterpriseOrderActions";
import { termsOf } from "../terms";
import { changesOf } from "./changes";
import { type Cell, heroKey } from "./comparison";
import { differencesOf, easierOf } from "./differences";
import { OfferChoice } from "./OfferChoice";
import styles from "./offers.module.css";
import { Points } from "./Points";

type Order = Schema<"EnterpriseOrderView">;

type Props = {
  order: Order;
  path: string;
  /** The one that a phone shows: its choice stands at the bottom of the screen. */
  current: boolean;
  /** What is compared, in one order for all. */
  cells: readonly { key: string; label: string; cell: Cell | undefined }[];
};

/** Told in the head of the card, or by itself. */
const TOLD = new Set(["amount", "term", "rate", "first_payment", "differs"]);

export function OfferCard({ order, path, current, cells }: Props) {
  const hero = cells.find(({ key }) => key === heroKey(order));
  const rest = cells.filter(({ key }) => key !== hero?.key && !TOLD.has(key));
  const offered = termsOf(order).amount !== null;
  return (
    <li className={current ? `${styles.card} ${styles.current}` : styles.card}>
      <div className={styles.head}>
        <Link to={path}>{order.institution.name}</Link>
        <span className={styles.kind}>
          {textOf(INSTITUTION_TYPE, order.institution.institution_type)}
          {order.state !== "grabbed" && <StatusTag label={orderState(order)} />}
        </span>
      </div>
      {offered && (
        <p className={styles.hero}>
          <span>{hero?.label}</span>
          <strong className="num rate">{hero?.cell?.text}</strong>
          {hero?.cell?.best && <span className={styles.bestMark}>{hero.cell.best}</span>}
        </p>
      )}
      {offered && <Main order={order} />}
      <Differences order={order} />
      <EnterpriseOrderActions order={order} bar={OfferChoice} />
      {offered && (
        <details className={styles.rest}>
          <summary>全部条件</summary>
          <dl>
            {rest.map(({ key, label, cell }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd>
                  {cell?.best && <span className={styles.bestMark}>{cell.best}</span>}
                  <span className={cell?.rate ? "num rate" : "num"}>{cell?.text}</span>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}

function Main({ order }: { order: Order }) {
  const terms = termsOf(order);
  const figures: (readonly [string, string])[] =
    order.kind === "equity"
      ? [
          ["金额", moneyText(terms.amount)],
          ["投前估值", moneyText(terms.pre_money)],
        ]
      : [
          [
            terms.repayment ? FIRST_PAYMENT[terms.repayment] : "首次还款",
            moneyText(terms.costs?.first_payment, "yuan"),
          ],
          ["金额", moneyText(terms.amount)],
          ["年利率", formatRate(terms.rate)],
          ["期限", `${terms.term_months} 个月`],
        ];
  return (
    <dl className={styles.main}>
      {figures.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="num">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** From what was asked for, and of a decision from what was offered. */
function Differences({ order }: { order: Order }) {
  const asked = differencesOf(order);
  const offered = changesOf(order);
  if (termsOf(order).amount === null) return null;
  return (
    <>
      {order.asked && asked.length === 0 && (
        <p className={styles.same}>✓ {easierOf(order).join("；") || "符合您的要求"}</p>
      )}
      <Points title="与您的要求不同" points={asked} />
      <Points title="与报价不同" points={offered} />
    </>
  );
}
