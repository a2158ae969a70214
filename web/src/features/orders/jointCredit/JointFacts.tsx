/** What is wanted together, and how much of it has come together. */
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { moneyText } from "@/lib/money";
import { Card } from "@/ui/Card";
import { type DescriptionItem, Descriptions } from "@/ui/Descriptions";
import { Count, Money } from "@/ui/Values";
import styles from "./joint.module.css";
import { percentOf } from "./jointProgress";

export type Joint = Schema<"EnterpriseJointView"> | Schema<"InstitutionJointView">;

function Progress({ label, part, total }: { label: string; part: number; total: number }) {
  const percent = percentOf(part, total);
  return (
    <div className={styles.jointProgress}>
      <span>
        {label} <strong className="num">{moneyText(part)}</strong> / {moneyText(total)}（{percent}%
        {part > total && "，超额"}）
      </span>
      <progress value={Math.min(percent, 100)} max={100} aria-label={label} />
    </div>
  );
}

export function JointFacts({ joint }: { joint: Joint }) {
  const guarantee: DescriptionItem[] =
    joint.guaranteed > 0 ? [{ label: "担保金额", value: <Money fen={joint.guaranteed} /> }] : [];
  return (
    <Card title="联合授信">
      {joint.ended_because && <p className="notice tone-warn form-note">{joint.ended_because}</p>}
      <Progress label="已认购" part={joint.committed} total={joint.total} />
      {joint.guaranteed > 0 && <Progress label="已落实担保" part={joint.covered} total={joint.guaranteed} />}
      <Descriptions
        items={[
          { label: "总额", value: <Money fen={joint.total} /> },
          { label: "期限", value: <Count value={joint.term_months} unit="个月" /> },
          { label: "还款方式", value: REPAYMENT[joint.repayment] },
          { label: "担保方式", value: GUARANTEE[joint.guarantee] },
          ...guarantee,
          {
            label: "出资机构",
            value: `${joint.lenders} 家（至少 ${joint.least_lenders} 家）`,
          },
          { label: "邀请范围", value: joint.open ? "受邀机构和全部认证机构" : "受邀机构" },
          ...(joint.note ? [{ label: "牵头机构说明", value: joint.note, wide: true }] : []),
        ]}
      />
    </Card>
  );
}
