/** What came to the firm in the last months: institutions that took up its demands, and money. */
import { useQuery } from "@tanstack/react-query";
import { paths } from "@/app/paths";
import { ownTrendsQuery } from "@/features/servicing/queries";
import { moneyText } from "@/lib/money";
import { Figures } from "@/ui/cockpit/Figures";
import { monthlyTrend, total } from "@/ui/cockpit/monthlyTrend";
import { Count, Money } from "@/ui/Values";
import styles from "./workbench.module.css";

export function YearFigures() {
  const trends = useQuery(ownTrendsQuery("enterprise")).data;
  // Who has nothing yet is led to it by the path above.
  if (!trends || !total(trends.orders)) return null;
  const { months, orders, paid } = trends;
  return (
    <div className={styles.year}>
      <Figures
        label="近 12 个月"
        figures={[
          {
            key: "orders",
            label: "近 12 个月对接机构",
            value: <Count value={total(orders)} unit="次" />,
            note: "机构报价和您的产品申请",
            to: paths.enterprise.orders,
            trend: monthlyTrend("新增对接", months, orders, (value) => `${value} 次`),
          },
          {
            key: "paid",
            label: "近 12 个月到账",
            value: <Money fen={total(paid)} unit="wan" />,
            note: "您已确认的放款和投资款",
            to: paths.enterprise.loans,
            trend: monthlyTrend("到账", months, paid, moneyText),
          },
        ]}
      />
    </div>
  );
}
