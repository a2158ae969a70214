/** 修复建议: why an order came to nothing, what can be done about it, and the way to other institutions. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { REFUSAL_CODE } from "@/labels/refusals";
import { REPAIR } from "@/labels/repair";
import { Card } from "@/ui/Card";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./orders.module.css";

const LAPSED: Partial<Record<Schema<"OrderState">, string>> = {
  voided: "机构没有在时限内办理，对接已作废，逾期已计入机构评价。",
  expired_inst: "机构没有在时限内受理您的申请。您可以把申请转为公开需求，由其他机构报价。",
  expired_ent: "您没有在时限内选择该机构，报价已失效。",
  expired_offer: "您没有在有效期内接受，授信已失效。",
};

/** Late by as much as after which the enterprise is offered others (domain 2.2: T+5). */
const LATE_DAYS = -5;

function isLate(order: Schema<"EnterpriseOrderView">): boolean {
  return order.turn === "institution" && order.due !== null && order.due.days_left <= LATE_DAYS;
}

type Props = { order: Schema<"EnterpriseOrderView">; profilePath: string; action: ReactNode };

export function RepairCard({ order, profilePath, action }: Props) {
  const lapsed =
    LAPSED[order.state] ??
    (isLate(order)
      ? `机构已逾期 ${Math.floor(-(order.due?.days_left ?? 0))} 个工作日。您可以继续等待，也可以同时匹配其他机构。`
      : null);
  const code = order.state === "refused" ? order.refusal?.code : null;
  if (!lapsed && order.state !== "refused") return null;
  const repair = code ? REPAIR[code] : null;
  return (
    <Card title={code ? "原因与修复建议" : "接下来可以做什么"}>
      {code && repair && (
        <>
          <p>
            <strong>{REFUSAL_CODE[code]}</strong>{" "}
            <StatusTag tone={repair.repairable ? "ok" : "neutral"}>
              {repair.repairable ? "可修复" : "建议换产品或机构"}
            </StatusTag>
          </p>
          <p>机构说明：{order.refusal?.text}</p>
          <ol className={styles.repairSteps}>
            {repair.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {repair.repairable && (
            <p>
              修复后请<Link to={profilePath}>更新企业档案</Link>，新的匹配会用到。
            </p>
          )}
        </>
      )}
      {lapsed && <p>{lapsed}</p>}
      {action}
    </Card>
  );
}
