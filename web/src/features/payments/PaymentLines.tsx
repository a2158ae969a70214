/** The payments of a list, and what became of each. */
import { Button } from "antd";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { PAYMENT_STATE } from "@/labels/applications";
import { formatDate } from "@/lib/dates";
import { ScrollRegion } from "@/lib/ScrollRegion";
import { lazyPart } from "@/ui/lazyPart";
import { StatusTag } from "@/ui/StatusTag";
import { useDialog } from "@/ui/useDialog";
import { Money } from "@/ui/Values";
import styles from "./payments.module.css";

const LineDialog = lazyPart(() => import("./LineDialog").then((m) => m.LineDialog));

type Line = Schema<"PaymentLineView">;
type Doing = { what: "paid" | "failed"; line: Line };
type Props = { batch: Schema<"PaymentBatchDetail">; application: (id: string) => string };

export function PaymentLines({ batch, application }: Props) {
  const { open, show, close, done } = useDialog<Doing>();
  return (
    <>
      <ScrollRegion label="拨付清单" className={styles.scroll ?? ""}>
        <table className={styles.lines}>
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">企业</th>
              <th scope="col">收款账户</th>
              <th scope="col" className="num">
                金额
              </th>
              <th scope="col">结果</th>
            </tr>
          </thead>
          <tbody>
            {batch.lines.map((line) => (
              <tr key={line.application_id}>
                <td>{line.place}</td>
                <td>
                  <Link to={application(line.application_id)}>{line.enterprise}</Link>
                  <span className={styles.quiet}>
                    {line.title} · {line.no}
                    {line.attempt > 1 && ` · 第 ${line.attempt} 次拨付`}
                  </span>
                </td>
                <td>
                  {line.payee.name}
                  <span className={styles.quiet}>
                    {line.payee.bank} <span className="mono">{line.payee.account}</span>
                  </span>
                </td>
                <td className="num">
                  <Money fen={line.amount} />
                </td>
                <td>
                  <Result line={line} />
                  {line.state === "listed" && (
                    <span className={styles.buttons}>
                      <Button
                        size="small"
                        aria-label={`登记拨付：${line.enterprise}`}
                        onClick={() => show({ what: "paid", line })}
                      >
                        登记拨付
                      </Button>
                      <Button
                        size="small"
                        aria-label={`登记失败：${line.enterprise}`}
                        onClick={() => show({ what: "failed", line })}
                      >
                        登记失败
                      </Button>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {open && (
        <LineDialog
          batch={batch}
          line={open.line}
          what={open.what}
          onDone={() => done(open.what === "paid" ? "已登记拨付" : "已登记失败，等待下一批次")}
          onClose={close}
        />
      )}
    </>
  );
}

function Result({ line }: { line: Line }) {
  return (
    <>
      <StatusTag label={PAYMENT_STATE[line.state]} />
      {line.voucher && (
        <span className={styles.quiet}>
          {line.voucher}，{formatDate(line.paid_on)}
        </span>
      )}
      {line.reason && <span className={styles.quiet}>{line.reason}</span>}
    </>
  );
}
