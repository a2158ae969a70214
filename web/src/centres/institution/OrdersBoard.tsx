/** The live orders on a board of five columns, with the next step of each and what the columns come to. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { BOARD, byDue, columnOf, MOVES } from "@/features/orders/lists/board";
import { RateOrShare } from "@/features/orders/Price";
import { termsOf } from "@/features/orders/terms";
import { orderState } from "@/labels/finance";
import { Board, type BoardCard } from "@/ui/board/Board";
import { DueText } from "@/ui/DueText";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Count, Money } from "@/ui/Values";
import { useLiveOrders } from "./useLiveOrders";
import { useOrderSteps } from "./useOrderSteps";
import { whoseOf } from "./work";

type Order = Schema<"InstitutionOrderView">;

const amountOf = (order: Order) => termsOf(order).amount ?? order.demand.amount;

export function OrdersBoard() {
  const query = useLiveOrders();
  const { stepOf, dialog } = useOrderSteps();
  const cardOf = (order: Order): BoardCard => {
    const step = stepOf(order);
    return {
      key: order.id,
      column: columnOf(order.state) ?? "",
      name: whoseOf(order),
      content: <Content order={order} />,
      step: step && { ...step, into: step.key === "joint" ? undefined : MOVES[step.key] },
      waits: order.turn === "enterprise" ? "等企业答复" : "由经办人办理",
    };
  };
  return (
    <>
      <Loaded query={query} rows={8}>
        {({ orders, total }) =>
          orders.length === 0 ? (
            <EmptyState
              title="没有进行中的对接单"
              hint="报价并得到企业确认后，会在这里跟进。"
              action={<Link to={paths.institution.market}>去需求市场看看</Link>}
            />
          ) : (
            <>
              <Board
                label="对接单看板"
                columns={BOARD.map(({ key, title }) => ({
                  key,
                  title,
                  sum: sumOf(orders, key),
                }))}
                cards={[...orders].sort(byDue).map(cardOf)}
              />
              {total > orders.length && (
                <p className="card-note">
                  看板显示期限最近的 {orders.length} 张，共 {total} 张，其余请在列表中查看。
                </p>
              )}
            </>
          )
        }
      </Loaded>
      {dialog}
    </>
  );
}

function sumOf(orders: readonly Order[], column: string) {
  const within = orders.filter(({ state }) => columnOf(state) === column);
  if (within.length === 0) return null;
  return <Money fen={within.reduce((sum, order) => sum + amountOf(order), 0)} />;
}

function Content({ order }: { order: Order }) {
  const terms = termsOf(order);
  return (
    <>
      <Link to={paths.institution.order(order.id)}>{whoseOf(order)}</Link>
      <p>
        <strong>
          <Money fen={amountOf(order)} />
        </strong>
      </p>
      {(terms.term_months !== null || terms.share_bp !== null) && (
        <p>
          <RateOrShare terms={terms} />
          {terms.term_months !== null && (
            <>
              {" · "}
              <Count value={terms.term_months} unit="个月" />
            </>
          )}
        </p>
      )}
      <StatusTag label={orderState(order)} /> {order.due && <DueText due={order.due} short />}
      <p className="card-note">
        {order.officer.name} · {order.no}
      </p>
    </>
  );
}
