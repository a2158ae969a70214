/** What is wanted together, and how much of it has come together. */
import type { Schema } from "@/api/types";
import { GUARANTEE, REPAYMENT } from "@/labels/finance";
import { moneyText } from "@/lib/money";
import { Card } from "@/ui/Card";
import { type DescriptionItem, Descriptions } from "@/ui/Descriptions";
import { Money } from "@/ui/Values";
import styles from "./joint.module.css";
import { cutTexts, isForming, lendersText, percentOf } from "./jointProgress";

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

/** Total and term stand in the head of the page. */
export function JointFacts({ joint }: { joint: Joint }) {
  const cuts = cutTexts(joint);
  const guarantee: DescriptionItem[] =
    joint.guaranteed > 0 ? [{ label: "担保金额", value: <Money fen={joint.guaranteed} /> }] : [];
  return (
    <Card title="联合授信">
      {joint.ended_because && <p className="notice tone-warn form-note">{joint.ended_because}</p>}
      {isForming(joint) && (
        <>
          <Progress label="已认购" part={joint.committed} total={joint.total} />
          {joint.guaranteed > 0 && (
            <Progress label="已落实担保" part={joint.covered} total={joint.guaranteed} />
          )}
        </>
      )}
      {cuts.length > 0 && <p className="notice tone-info form-note">{cuts.join("")}</p>}
      <Descriptions
        items={[
          { label: "还款方式", value: REPAYMENT[joint.repayment] },
          { label: "担保方式", value: GUARANTEE[joint.guarantee] },
          ...guarantee,
          { label: "出资机构", value: lendersText(joint) },
          ...(isForming(joint)
            ? [{ label: "邀请范围", value: joint.open ? "受邀机构和全部认证机构" : "受邀机构" }]
            : []),
          ...(joint.note ? [{ label: "牵头机构说明", value: joint.note, wide: true }] : []),
        ]}
      />
    </Card>
  );
}
