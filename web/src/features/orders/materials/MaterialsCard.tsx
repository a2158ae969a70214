/** 补充材料: what the institution asked for, and what the enterprise answered; the newest request first. */
import type { Schema } from "@/api/types";
import type { Label } from "@/labels/label";
import { Card } from "@/ui/Card";
import { FileLinks } from "@/ui/FileLinks";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import styles from "../orders.module.css";

type Props = {
  order: Pick<Schema<"EnterpriseOrderView">, "materials" | "awaiting_since">;
  /** Path of a file below /api. */
  href: (file: string) => string;
};

function stateOf(request: Schema<"MaterialRequestView">): Label {
  if (request.answered_at) return { text: "已补充", tone: "ok" };
  if (request.recalled_at) return { text: "已撤回", tone: "neutral" };
  return { text: "待企业补充", tone: "warn" };
}

export function MaterialsCard({ order, href }: Props) {
  if (order.materials.length === 0) return null;
  return (
    <Card title="补充材料">
      {order.awaiting_since && (
        <p className="notice tone-warn form-note">
          自 <DateText value={order.awaiting_since} mode="time" />{" "}
          起等待企业补充材料，期间不计入机构办理时限。
        </p>
      )}
      {order.materials.map((request) => (
        <section key={request.id} className={styles.openedPart}>
          <h3>
            <DateText value={request.asked_at} mode="time" /> 的要求 <StatusTag label={stateOf(request)} />
          </h3>
          <ul className={styles.tranches}>
            {request.items.map((item) => (
              <li key={item.name}>
                {item.name}
                {item.note && <span className="card-note">（{item.note}）</span>}
              </li>
            ))}
          </ul>
          {request.answered_at && (
            <>
              <p className="card-note">
                <DateText value={request.answered_at} mode="time" /> 补充{request.note && `：${request.note}`}
              </p>
              <FileLinks files={request.files} href={href} empty="没有上传文件" />
            </>
          )}
        </section>
      ))}
    </Card>
  );
}
