/** The pictures of policies in figures: months, quarters, industries and sizes. */
import type { Schema } from "@/api/types";
import { SECTION } from "@/labels/industries";
import { SIZE } from "@/labels/profile";
import { moneyText } from "@/lib/money";
import { BarChart } from "@/ui/chart/BarChart";
import { begunMonths, monthGroups, monthText, perMonth } from "./words";

type Props = { found: Schema<"PolicyStatistics"> };

export function MonthBars({ found }: Props) {
  const begun = begunMonths(found);
  const counts = perMonth(found).slice(0, begun);
  const most = counts.indexOf(Math.max(...counts));
  return (
    <BarChart
      title="各月提交的申请"
      untitled
      sentence={
        found.outcome.count > 0
          ? `${found.year} 年提交 ${found.outcome.count} 件申请，${monthText(found.months[most] ?? "")}最多，为 ${counts[most] ?? 0} 件。`
          : `${found.year} 年没有申请。`
      }
      stacked
      labelled="提交月份"
      labels={found.months.slice(0, begun).map(monthText)}
      bars={monthGroups(found).map((group) => ({ ...group, values: group.values.slice(0, begun) }))}
      unit={{ of: "件" }}
      empty="没有申请。"
    />
  );
}

export function QuarterBars({ found }: Props) {
  const paid = found.quarters.reduce((sum, one) => sum + one.paid, 0);
  const of = (name: string, key: "approved" | "listed" | "paid") => ({
    name,
    values: found.quarters.map((one) => one[key]),
  });
  return (
    <BarChart
      title="各季度的资金"
      untitled
      sentence={`${found.year} 年共拨付 ${moneyText(paid)}。`}
      labelled="季度"
      labels={found.quarters.map(({ quarter }) => `第 ${quarter} 季度`)}
      bars={[of("批准", "approved"), of("列入拨付", "listed"), of("拨付", "paid")]}
      unit="money"
      empty="没有资金变动。"
    />
  );
}

/** So many are read at a glance; the sheet has all. */
const SHOWN = 8;

export function FirmBars({ found }: Props) {
  const sections = found.firms.sections.slice(0, SHOWN);
  const name = (section: Schema<"PolicySection">["section"]) => (section ? SECTION[section] : "未填写");
  const first = sections[0];
  return (
    <>
      <BarChart
        title="获批企业的行业"
        sentence={
          first ? `获批企业最多的行业是${name(first.section)}，${first.firms} 家。` : "还没有企业获批。"
        }
        lying
        labelled="行业门类"
        labels={sections.map(({ section }) => name(section))}
        bars={[{ name: "企业", values: sections.map(({ firms }) => firms) }]}
        unit={{ of: "家" }}
        empty="还没有企业获批。"
      />
      <BarChart
        title="获批企业的规模"
        sentence={found.firms.sizes
          .map(({ size, firms }) => `${size ? SIZE[size] : "未认定"} ${firms} 家`)
          .join("，")}
        lying
        labelled="企业规模"
        labels={found.firms.sizes.map(({ size }) => (size ? SIZE[size] : "未认定"))}
        bars={[{ name: "企业", values: found.firms.sizes.map(({ firms }) => firms) }]}
        unit={{ of: "家" }}
        empty="还没有企业获批。"
      />
    </>
  );
}
