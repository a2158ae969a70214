/** Offer, term sheet and tranches of an investment in words; both sides see the same figures. */
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { DateText, Money, Share } from "@/ui/Values";
import { Validity } from "./offers/Validity";
import styles from "./orders.module.css";

export function EquityTranches({ equity }: { equity: Schema<"EquityView"> }) {
  const { tranches } = equity;
  if (tranches.length === 0) return null;
  return (
    <Card title="到账">
      <ul className={styles.tranches}>
        {tranches.map((tranche, index) => (
          <li key={`${tranche.voucher_no}-${tranche.paid_on}-${tranche.amount}`}>
            第 {index + 1} 笔：
            <Money fen={tranche.amount} />，<DateText value={tranche.paid_on} />
            ，回单号 {tranche.voucher_no}
          </li>
        ))}
      </ul>
      <Descriptions
        items={[
          { label: "累计到账", value: <Money fen={equity.paid} /> },
          {
            label: "企业确认",
            value: equity.confirmed_at ? <DateText value={equity.confirmed_at} mode="time" /> : "待确认",
          },
        ]}
      />
    </Card>
  );
}

export function EquityTerms({ equity, open }: { equity: Schema<"EquityView">; open: boolean }) {
  const { offer, term_sheet: sheet } = equity;
  return (
    <>
      {sheet && (
        <Card title="投资条款书">
          <Descriptions
            items={[
              { label: "投资金额", value: <Money fen={sheet.amount} /> },
              { label: "投前估值", value: <Money fen={sheet.pre_money} /> },
              { label: "持股比例", value: <Share bp={sheet.share_bp} /> },
              {
                label: "有效期至",
                value: open ? <Validity until={sheet.valid_until} /> : <DateText value={sheet.valid_until} />,
              },
              { label: "提交时间", value: <DateText value={sheet.decided_at} mode="time" /> },
              { label: "主要条款", value: sheet.conditions || "无", wide: true },
            ]}
          />
        </Card>
      )}
      {offer && (
        <Card title="投资意向">
          <Descriptions
            items={[
              { label: "投资金额", value: <Money fen={offer.amount} /> },
              { label: "投前估值", value: <Money fen={offer.pre_money} /> },
              { label: "持股比例", value: <Share bp={offer.share_bp} /> },
              { label: "机构说明", value: offer.note, wide: true },
            ]}
          />
        </Card>
      )}
    </>
  );
}
