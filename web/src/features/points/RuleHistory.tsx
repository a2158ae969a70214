/** All versions of a rule, newest first. */
import { Modal } from "antd";
import type { Schema } from "@/api/types";
import { conditionsText, POINT_EVENT, pointsText, RULE_STANDING } from "@/labels/points";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import styles from "./points.module.css";

export function RuleHistory({ rule, onClose }: { rule: Schema<"RuleView">; onClose: () => void }) {
  return (
    <Modal open title={`${POINT_EVENT[rule.event]}：历史版本`} footer={null} onCancel={onClose} width={640}>
      <ol className={styles.ruleHistory}>
        {rule.versions.map((version) => (
          <li key={version.number}>
            <p>
              <strong>第 {version.number} 版</strong>{" "}
              <strong className="num">{pointsText(version.terms.points)} 分</strong>{" "}
              <StatusTag label={RULE_STANDING[version.standing]} />
            </p>
            <p>条件和上限：{conditionsText(rule.event, version.terms)}</p>
            <p>
              生效时间：
              {version.valid_from ? <DateText value={version.valid_from} mode="time" /> : "平台启用时"}
            </p>
            {version.note && <p>原因：{version.note}</p>}
            <p className="card-note">
              <DateText value={version.changed_at} mode="time" /> {version.changed_by ?? "平台预置"}
            </p>
          </li>
        ))}
      </ol>
    </Modal>
  );
}
