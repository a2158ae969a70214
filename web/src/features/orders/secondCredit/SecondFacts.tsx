/** What is wanted beside what it was last time; what differs is marked in words. */
import type { Schema } from "@/api/types";
import { REFUSAL_CODE } from "@/labels/refusals";
import { SECOND_FIELD } from "@/labels/second";
import { ScrollRegion } from "@/lib/ScrollRegion";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { DateText, Money, Rate } from "@/ui/Values";
import ordersStyles from "../orders.module.css";
import secondStyles from "./second.module.css";
import { secondText } from "./secondTerms";

const FIELDS = Object.keys(SECOND_FIELD) as Schema<"SecondField">[];

function shown(second: Schema<"SecondCreditView">): Schema<"SecondField">[] {
  const extension = second.kind === "extension";
  return FIELDS.filter((field) =>
    field === "extend_to" ? extension : !extension || field !== "term_months",
  );
}

export function SecondTermsCard({ second }: { second: Schema<"SecondCreditView"> }) {
  return (
    <Card title="申请内容">
      <ScrollRegion className="table-scroll" label="本次与上次对比">
        <table className="data-table">
          <caption className="visually-hidden">本次与上次对比</caption>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">上次</th>
              <th scope="col">本次</th>
            </tr>
          </thead>
          <tbody>
            {shown(second).map((field) => (
              <tr key={field}>
                <th scope="row">{SECOND_FIELD[field]}</th>
                <td>
                  {field === "extend_to" ? (
                    <DateText value={second.matures_on} />
                  ) : (
                    secondText(field, second.last)
                  )}
                </td>
                <td>
                  {second.changed.includes(field) && <span className={secondStyles.changedMark}>已修改</span>}
                  {secondText(field, second.wanted)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {second.note && <p className={`card-note ${ordersStyles.longText}`}>说明：{second.note}</p>}
    </Card>
  );
}

export function SecondOutcome({ second }: { second: Schema<"SecondCreditView"> }) {
  const { decision, reason, refusal_code } = second;
  return (
    <>
      {reason && (
        <Card title="结束原因">
          <div className="notice tone-warn">
            {refusal_code && <strong>{REFUSAL_CODE[refusal_code]}</strong>}
            <p className={ordersStyles.longText}>{reason}</p>
          </div>
        </Card>
      )}
      {decision && (
        <Card title="展期方案">
          <Descriptions
            items={[
              { label: "新的到期日", value: <DateText value={decision.until} /> },
              { label: "年利率", value: <Rate rate={decision.rate} /> },
              { label: "费用", value: <Money fen={decision.fee} unit="yuan" /> },
              { label: "协议编号", value: decision.agreement_no },
              { label: "有效期至", value: <DateText value={decision.valid_until} /> },
              { label: "条件", value: decision.conditions || "无", wide: true },
            ]}
          />
        </Card>
      )}
    </>
  );
}
