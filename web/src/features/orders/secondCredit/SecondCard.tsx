/** 二次授信, on the page of a finished order: what may be asked for, and what came of it already. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { SECOND_KIND, SECOND_STATE } from "@/labels/second";
import { Card } from "@/ui/Card";
import { lazyPart } from "@/ui/lazyPart";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";
import { DateText, Money } from "@/ui/Values";
import styles from "../orders.module.css";

const SecondRequestDialog = lazyPart(() =>
  import("./SecondRequestDialog").then((m) => m.SecondRequestDialog),
);

const OPTIONS = {
  enterprise: "/enterprise/orders/{id}/second-credit",
  institution: "/institution/orders/{id}/second-credit",
} as const;

/** What may be asked for on a finished order. */
const secondOptionsQuery = (side: Schema<"SecondSide">, order: string) =>
  readQuery("second-credits", OPTIONS[side], { path: { id: order } });

type Props = {
  side: Schema<"SecondSide">;
  order: { id: string; state: Schema<"OrderState">; kind: string; disbursement: unknown };
  path: (id: string) => string;
  onAsked: (second: string) => void;
};

const complete = (
  offered: Schema<"SecondOptions">,
): offered is Schema<"SecondOptions"> & { last: Schema<"SecondTerms"> } => offered.last !== null;

export function SecondCard({ side, order, path, onAsked }: Props) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const paid = order.kind === "debt" && order.state === "closed" && order.disbursement !== null;
  const offered = useQuery({ ...secondOptionsQuery(side, order.id), enabled: paid }).data;
  if (!paid || !offered || !complete(offered)) return null;
  const words = offered.kinds.map((kind) => SECOND_KIND[kind]).join("、");
  return (
    <Card title="二次授信">
      <p className="card-note">
        贷款到期日 <DateText value={offered.matures_on} />。
        {offered.why ?? (side === "enterprise" ? `可以申请${words}。` : `可以主动提供${words}。`)}
      </p>
      {offered.seconds.length > 0 && (
        <ul className={styles.tranches}>
          {offered.seconds.map((second) => (
            <li key={second.id}>
              <Link to={path(second.id)}>
                {SECOND_KIND[second.kind]} {second.no}
              </Link>{" "}
              <Money fen={second.wanted.amount} /> <StatusTag label={SECOND_STATE[second.state]} />
            </li>
          ))}
        </ul>
      )}
      {offered.kinds.length > 0 && (
        <div className={styles.buttonRow}>
          <Button onClick={() => setOpen(true)}>
            {side === "enterprise" ? "申请二次授信" : "主动提供二次授信"}
          </Button>
        </div>
      )}
      {open && (
        <SecondRequestDialog
          side={side}
          order={order.id}
          offered={offered}
          onDone={(second) => {
            setOpen(false);
            toast("已提交，等待对方确认");
            onAsked(second);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}
