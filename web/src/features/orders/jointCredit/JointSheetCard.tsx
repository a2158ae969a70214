/** 联合方案: who gives what, and what it costs together. */
import type { Schema } from "@/api/types";
import { JOINT_ROLE } from "@/labels/joint";
import { FIRST_PAYMENT } from "@/labels/loans";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { Descriptions } from "@/ui/Descriptions";
import { Cost, Money, Rate } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";
import styles from "./joint.module.css";

type Line = Schema<"SheetLine">;

type Props = {
  joint: { repayment: Schema<"Repayment"> };
  sheet: Schema<"JointSheet">;
  nameOf: (institution: string) => string;
};

const columns = (nameOf: Props["nameOf"]): Column<Line>[] => [
  { key: "institution", title: "机构", primary: true, render: (line) => nameOf(line.institution) },
  { key: "role", title: "角色", render: (line) => JOINT_ROLE[line.role] },
  { key: "share", title: "份额（万元）", numeric: true, render: (line) => <Money fen={line.share} bare /> },
  {
    key: "price",
    title: "年利率或担保费",
    numeric: true,
    render: (line) =>
      line.role === "guarantor" ? (
        <Money fen={line.fee} unit="yuan" />
      ) : (
        <>
          <Rate rate={line.rate} />
          {line.fee > 0 && (
            <>
              ，另收费 <Money fen={line.fee} unit="yuan" />
            </>
          )}
        </>
      ),
  },
];

export function JointSheetCard({ joint, sheet, nameOf }: Props) {
  const { costs } = sheet;
  return (
    <Card title="联合方案" flush>
      <DataTable
        caption="联合方案份额"
        columns={columns(nameOf)}
        {...wholeList(sheet.lines)}
        rowKey={(line) => line.institution}
        empty={null}
      />
      <div className={styles.jointSheetSums}>
        <Descriptions
          items={[
            { label: "贷款合计", value: <Money fen={sheet.total} /> },
            { label: "加权年利率", value: <Rate rate={sheet.weighted_rate} /> },
            { label: "综合年化成本", value: <Cost cost={costs.annual_cost} /> },
            { label: FIRST_PAYMENT[joint.repayment], value: <Money fen={costs.first_payment} unit="yuan" /> },
            { label: "利息合计", value: <Money fen={costs.interest} unit="yuan" /> },
            { label: "担保费合计", value: <Money fen={sheet.guarantee_fees} unit="yuan" /> },
            {
              label: "利息与费用合计",
              value: <Money fen={costs.interest + costs.fees} unit="yuan" />,
            },
            { label: "担保合计", value: <Money fen={sheet.guaranteed} /> },
            { label: "代理行", value: sheet.agent ? nameOf(sheet.agent) : "由各机构另行约定" },
          ]}
        />
      </div>
    </Card>
  );
}
