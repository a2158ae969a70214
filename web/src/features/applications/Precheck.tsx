/** What the rules say of an application: condition by condition, and how much it comes to. */
import type { Schema } from "@/api/types";
import { moneyText } from "@/lib/money";
import { AmountSteps } from "@/lib/policyMatch/AmountSteps";
import { Conditions } from "@/lib/policyMatch/Conditions";
import styles from "./applications.module.css";

type Said = Record<Schema<"PolicyVerdict">, { tone: string; text: string }>;

const TO_DEPARTMENT: Said = {
  holds: { tone: "tone-ok", text: "按提交时的数据，企业符合全部条件。" },
  fails: { tone: "tone-err", text: "按提交时的数据，企业不符合下列条件。" },
  unknown: { tone: "tone-warn", text: "有些条件缺少数据，请依据材料判断。" },
};

const SAID: Said = {
  holds: { tone: "tone-ok", text: "按现有数据，贵企业符合申报条件。" },
  fails: {
    tone: "tone-err",
    text: "按现有数据，贵企业不符合下列条件，暂不能提交。数据有误的，请先更正企业档案。",
  },
  unknown: {
    tone: "tone-warn",
    text: "有些条件缺少数据，还不能判断。可以先补充企业档案，也可以提交后由部门核对。",
  },
};

type Props = {
  judged: Schema<"ApplicationJudged"> | null;
  /** Who reads it; the enterprise without it. */
  reader?: "enterprise" | "department";
};

export function Precheck({ judged, reader = "enterprise" }: Props) {
  const report = judged?.report;
  const said = report && (reader === "department" ? TO_DEPARTMENT : SAID)[report.verdict];
  return (
    <div className={styles.check}>
      {said ? (
        <p className={`notice ${said.tone}`}>{said.text}</p>
      ) : (
        <p className="notice tone-info">这个事项没有设定可以自动核对的条件。</p>
      )}
      {report && <Conditions parts={report.parts} />}
      <Amount judged={judged} />
    </div>
  );
}

function Amount({ judged }: { judged: Schema<"ApplicationJudged"> | null }) {
  const calculation = judged?.calculation;
  if (!calculation) return null;
  const lacking = calculation.missing.map(({ name }) => name).join("、");
  return (
    <div>
      <p>
        按标准测算：
        <strong className="num">
          {judged?.amount ? moneyText(judged.amount) : lacking ? `缺少${lacking}，还不能测算` : "暂无金额"}
        </strong>
        <span className="card-note">（以部门审核为准）</span>
      </p>
      <AmountSteps amount={calculation} />
    </div>
  );
}
