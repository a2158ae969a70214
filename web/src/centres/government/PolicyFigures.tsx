/** What policies came to this year, in three figures; each leads to all of them. */
import { useQuery } from "@tanstack/react-query";
import { paths } from "@/app/paths";
import { policyStatisticsQuery } from "@/features/policyStatistics/queries";
import { begunMonths, monthGroups, perMonth } from "@/features/policyStatistics/words";
import { moneyText } from "@/lib/money";
import { Figures } from "@/ui/cockpit/Figures";
import { monthlyTrend } from "@/ui/cockpit/monthlyTrend";
import { Room } from "@/ui/lazyPart";
import { Count, Money } from "@/ui/Values";

const to = paths.government.policyStatistics;

export function PolicyFigures() {
  const found = useQuery(policyStatisticsQuery()).data;
  if (!found) return <Room rem={6} />;
  const begun = begunMonths(found);
  const months = found.months.slice(0, begun);
  const trend = (what: string, values: number[] | undefined) =>
    begun < 2 ? undefined : monthlyTrend(what, months, values?.slice(0, begun), (count) => `${count} 件`);
  const quarters = found.quarters.slice(0, Math.ceil(begun / 3)).map(({ paid }) => paid);
  const paid = quarters.reduce((sum, amount) => sum + amount, 0);
  return (
    <Figures
      label={`${found.year} 年政策兑现`}
      figures={[
        {
          key: "count",
          label: "今年政策申请",
          value: <Count value={found.outcome.count} unit="件" />,
          note: `惠及企业 ${found.firms.reached} 家`,
          trend: trend("提交申请", perMonth(found)),
          to,
        },
        {
          key: "granted",
          label: "今年获批",
          value: <Count value={found.outcome.granted} unit="件" />,
          note: "按提交月份计",
          trend: trend("提交的申请中获批", monthGroups(found)[1]?.values),
          to,
        },
        {
          key: "paid",
          label: "今年拨付",
          value: <Money fen={paid} unit="wan" />,
          note: `${found.funds.items} 个政策事项`,
          trend:
            quarters.length > 1 && paid > 0
              ? {
                  values: quarters,
                  sentence: `各季度拨付：${quarters.map((amount, place) => `第 ${place + 1} 季度 ${moneyText(amount)}`).join("，")}。`,
                }
              : undefined,
          to,
        },
      ]}
    />
  );
}
