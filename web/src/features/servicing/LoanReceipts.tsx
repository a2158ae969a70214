/** 还款记录, newest first; the institution strikes what it recorded by mistake. */
import { Button } from "antd";
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { ReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { RECEIPT_KIND } from "@/labels/servicing";
import { moneyText } from "@/lib/money";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { type Column, DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";
import { DateText, Money } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";
import styles from "./servicing.module.css";

type Receipt = Schema<"ReceiptView">;

/** What was struck counts for nothing. */
function Amount({ of, fen }: { of: Receipt; fen: number }) {
  const money = <Money fen={fen} unit="yuan" bare />;
  return of.reversed_at ? <del className={styles.struck}>{money}</del> : money;
}

const COLUMNS: Column<Receipt>[] = [
  {
    key: "day",
    title: "还款日期与流水号",
    primary: true,
    render: (row) => (
      <span className={styles.pair}>
        <DateText value={row.paid_on} />
        <span className={styles.note}>{row.serial_no}</span>
        {row.reversed_because && <span className={styles.note}>冲正原因：{row.reversed_because}</span>}
      </span>
    ),
  },
  {
    key: "kind",
    title: "类型",
    badge: true,
    render: (row) =>
      row.reversed_at ? (
        <StatusTag tone="purple">已冲正</StatusTag>
      ) : (
        <StatusTag tone={row.kind === "early" ? "info" : "neutral"}>{RECEIPT_KIND[row.kind]}</StatusTag>
      ),
  },
  {
    key: "principal",
    title: "本金（元）",
    numeric: true,
    render: (row) => <Amount of={row} fen={row.principal} />,
  },
  {
    key: "interest",
    title: "利息（元）",
    numeric: true,
    render: (row) => <Amount of={row} fen={row.interest} />,
  },
  {
    key: "other",
    title: "费用及罚息（元）",
    numeric: true,
    render: (row) => <Amount of={row} fen={row.other} />,
  },
];

export function LoanReceipts({ loan }: { loan: Schema<"DrawDetail"> }) {
  const toast = useToast();
  const [striking, setStriking] = useState<Receipt | null>(null);
  const close = () => setStriking(null);
  const strikes = loan.actions.includes("reverse") && loan.receipts.some((receipt) => !receipt.reversed_at);
  return (
    <Card
      title="还款记录"
      flush
      extra={
        <span className="card-note">
          已付利息 <Money fen={loan.interest_paid} unit="yuan" />
          ，费用及罚息 <Money fen={loan.other_paid} unit="yuan" />
        </span>
      }
    >
      <DataTable
        caption="还款记录"
        columns={COLUMNS}
        {...wholeList(loan.receipts)}
        rowKey={(row) => row.id}
        actions={
          strikes
            ? (row) =>
                row.reversed_at ? null : (
                  <Button onClick={() => setStriking(row)} aria-label={`冲正流水号 ${row.serial_no}`}>
                    冲正
                  </Button>
                )
            : undefined
        }
        empty={<EmptyState title="还没有还款记录" hint="机构登记或导入还款后，会列在这里。" />}
      />
      {striking && (
        <ConfirmDialog
          title="冲正这笔还款登记？"
          okText="冲正"
          danger
          reason={{ label: "冲正原因", limit: ReasonIn.reason, placeholder: "企业会看到" }}
          write={(reason, headers) =>
            unwrap(
              api.POST("/institution/draws/{id}/receipts/{receipt}/reverse", {
                params: { path: { id: loan.id, receipt: striking.id }, header: ifMatch(loan.version) },
                body: { reason },
                headers,
              }),
            )
          }
          changes="servicing"
          onDone={() => {
            close();
            toast("已冲正，还款计划已重新计算");
          }}
          onClose={close}
        >
          {striking.paid_on} 登记的还款：本金 {moneyText(striking.principal, "yuan")}，利息{" "}
          {moneyText(striking.interest, "yuan")}，流水号 {striking.serial_no}
          。冲正后不再计入，还款计划重新计算，企业会收到通知。
        </ConfirmDialog>
      )}
    </Card>
  );
}
