/** 还款与提款, on the page of a finished order: what was paid out under it, and how each part is repaid. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { drawLabel } from "@/labels/servicing";
import { moneyText } from "@/lib/money";
import { Card } from "@/ui/Card";
import { lazyPart } from "@/ui/lazyPart";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useDialog } from "@/ui/useDialog";
import { DateText, Money } from "@/ui/Values";
import styles from "../orders.module.css";
import { drawsQuery } from "../queries";
import { hasDraws, leftToDraw, type PaidOrder } from "./left";

const DrawDialog = lazyPart(() => import("./DrawDialog").then((m) => m.DrawDialog));

type Props = {
  side: "enterprise" | "institution";
  order: PaidOrder & Pick<Schema<"InstitutionOrderView">, "decision">;
  /** Page of a loan. */
  path: (id: string) => string;
};

export function DrawsCard({ side, order, path }: Props) {
  const { decision, disbursement } = order;
  const query = useQuery({ ...drawsQuery(side, order.id), enabled: hasDraws(order) });
  const { open, show, close, done } = useDialog<"draw">();
  if (!hasDraws(order) || !disbursement) return null;
  const room = decision && query.data && leftToDraw(decision.amount, disbursement.amount, query.data);
  return (
    <Card title="还款与提款">
      <Loaded query={query} rows={2}>
        {(draws) => (
          <ul className={styles.tranches}>
            {draws.map((draw) => (
              <li key={draw.id}>
                <Link to={path(draw.id)} className="tall-link">
                  借据 {draw.voucher_no}
                </Link>{" "}
                <Money fen={draw.amount} /> <StatusTag label={drawLabel(draw)} />
                <Owing draw={draw} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {disbursement.more_follows && room && (
        <div className={styles.buttonRow}>
          {side === "institution" && (
            <Button disabled={room.left === 0} onClick={() => show("draw")}>
              登记提款
            </Button>
          )}
          <span className="card-note">
            {room.left === 0 ? "授信金额已全部放款" : `剩余可放款 ${moneyText(room.left)}`}
          </span>
        </div>
      )}
      {open && room && (
        <DrawDialog order={order} room={room} first={disbursement} onDone={done} onClose={close} />
      )}
    </Card>
  );
}

/** What is owed of it, and when something falls due next. */
function Owing({ draw }: { draw: Schema<"DrawView"> }) {
  if (draw.state !== "running") return null;
  return (
    <div className="card-note">
      剩余本金 <Money fen={draw.owed} />
      {draw.stage && (
        <>
          ，逾期未还 <Money fen={draw.late_amount} unit="yuan" />
        </>
      )}
      {draw.next_on && (
        <>
          ，<DateText value={draw.next_on} /> 应还 <Money fen={draw.next_amount} unit="yuan" />
        </>
      )}
    </div>
  );
}
