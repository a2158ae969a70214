/** 联合方案: who gives what, and what it costs together. */
import type { Schema } from "@/api/types";
import { JOINT_ROLE } from "@/labels/joint";
import { ScrollRegion } from "@/lib/ScrollRegion";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { Cost, Money, Rate } from "@/ui/Values";
import styles from "./joint.module.css";

type Props = { sheet: Schema<"JointSheet">; nameOf: (institution: string) => string };

export function JointSheetCard({ sheet, nameOf }: Props) {
  return (
    <Card title="联合方案">
      <ScrollRegion className="table-scroll" label="联合方案份额">
        <table className="data-table">
          <caption className="visually-hidden">联合方案份额</caption>
          <thead>
            <tr>
              <th scope="col">机构</th>
              <th scope="col">角色</th>
              <th scope="col" className="numeric">
                份额（万元）
              </th>
              <th scope="col" className="numeric">
                年利率
              </th>
              <th scope="col" className="numeric">
                担保费（元）
              </th>
            </tr>
          </thead>
          <tbody>
            {sheet.lines.map((line) => (
              <tr key={line.institution}>
                <td className={styles.jointName}>{nameOf(line.institution)}</td>
                <td>{JOINT_ROLE[line.role]}</td>
                <td className="numeric">
                  <Money fen={line.share} bare />
                </td>
                <td className="numeric">
                  <Rate rate={line.rate} />
                </td>
                <td className="numeric">
                  {line.role === "guarantor" ? <Money fen={line.fee} unit="yuan" bare /> : "—"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className={styles.jointSheetSums}>
        <Descriptions
          items={[
            { label: "贷款合计", value: <Money fen={sheet.total} /> },
            { label: "加权年利率", value: <Rate rate={sheet.weighted_rate} /> },
            { label: "综合年化成本", value: <Cost cost={sheet.costs.annual_cost} /> },
            { label: "担保合计", value: <Money fen={sheet.guaranteed} /> },
            { label: "担保费合计", value: <Money fen={sheet.guarantee_fees} unit="yuan" /> },
            { label: "代理行", value: sheet.agent ? nameOf(sheet.agent) : "由各机构另行约定" },
          ]}
        />
      </div>
    </Card>
  );
}
