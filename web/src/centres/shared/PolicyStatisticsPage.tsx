/** 政策统计: a department's policies in figures, or all of them for those who watch over them. */
import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/api/session";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import {
  policyStatisticsQuery,
  type StatisticsFilter,
  statisticsFilter,
} from "@/features/policyStatistics/queries";
import { ItemTable, StateTable } from "@/features/policyStatistics/Tables";
import { askedOf, daysText, fileName, rateText } from "@/features/policyStatistics/words";
import { formatTime, todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { Card } from "@/ui/Card";
import { Figures } from "@/ui/cockpit/Figures";
import { ExportButton } from "@/ui/ExportButton";
import { lazyPart, Room } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { type SearchField, SearchForm } from "@/ui/SearchForm";
import { Loaded } from "@/ui/States";
import { Count } from "@/ui/Values";

const charts = () => import("@/features/policyStatistics/Charts");
const MonthBars = lazyPart(() => charts().then((m) => m.MonthBars), <Room rem={21} />);
const QuarterBars = lazyPart(() => charts().then((m) => m.QuarterBars), <Room rem={21} />);
const FirmBars = lazyPart(() => charts().then((m) => m.FirmBars), <Room rem={42} />);

type Statistics = Schema<"PolicyStatistics">;

/** The year that runs in Shanghai, of which figures are told unless another one is asked for. */
const runningYear = () => Number(todayIn(now()).slice(0, 4));

/** The years that can be chosen: the running one, the two before it, and the one that the address asks for. */
function yearField(asked: number | undefined): SearchField {
  const running = runningYear();
  const years = new Set([running, running - 1, running - 2, asked ?? running]);
  return {
    name: "year",
    label: "年度",
    kind: "select",
    options: [...years].sort((a, b) => b - a).map((year) => ({ value: String(year), label: `${year} 年` })),
    standard: String(running),
  };
}

/** Of the department that is asked for, the items that it has. */
function fields(choices: Statistics["choices"], own: boolean, asked: StatisticsFilter): SearchField[] {
  const departments = new Map(choices.map((one) => [one.department_id, one.department]));
  const select = (name: string, label: string, options: { value: string; label: string }[]): SearchField => ({
    name,
    label,
    kind: "select",
    options,
  });
  return [
    yearField(asked.year ?? undefined),
    select(
      "policy",
      "政策事项",
      choices
        .filter((one) => !asked.department || one.department_id === asked.department)
        .map((one) => ({ value: one.policy_id, label: one.title })),
    ),
    ...(own
      ? []
      : [
          select(
            "department",
            "部门",
            [...departments].map(([value, label]) => ({ value, label })),
          ),
        ]),
  ];
}

export function PolicyStatisticsPage() {
  const list = useListParams();
  const asked = statisticsFilter(list.filters);
  const query = useQuery(policyStatisticsQuery(asked));
  const own = useMe().role === "government";
  const found = query.data;
  return (
    <>
      <PageHeader
        title="政策统计"
        description={
          found
            ? `${found.year} 年提交的申请，数据截至 ${formatTime(found.at)}`
            : "申请、审核、资金和惠及的企业"
        }
        extra={
          <ExportButton
            name={found ? fileName(askedOf(found, asked)) : "政策统计"}
            make={async (headers) => {
              const { statisticsSheet } = await import("@/features/policyStatistics/sheet");
              return statisticsSheet(asked, headers);
            }}
          />
        }
      />
      <SearchForm fields={fields(found?.choices ?? [], own, asked)} list={list} />
      <Loaded query={query} rows={12}>
        {(data) => <Content found={data} own={own} />}
      </Loaded>
    </>
  );
}

function Content({ found, own }: { found: Statistics; own: boolean }) {
  const { outcome, reviews, firms } = found;
  return (
    <div className="stack">
      <Figures
        label="申请与审核"
        columns={4}
        figures={[
          {
            key: "count",
            label: "提交申请",
            value: <Count value={outcome.count} unit="件" />,
            note: `获批 ${outcome.granted} 件，未通过和不予受理 ${outcome.refused} 件`,
          },
          {
            key: "rate",
            label: "通过率",
            value: rateText(outcome.rate),
            note: "获批 ÷ 获批与未通过、不予受理",
          },
          {
            key: "first",
            label: "初审用时中位数",
            value: daysText(reviews.first),
            note: `共 ${reviews.first_count} 次，含受理，不含企业补正的时间`,
          },
          {
            key: "second",
            label: "复审用时中位数",
            value: daysText(reviews.second),
            note: `共 ${reviews.second_count} 次`,
          },
          {
            key: "corrections",
            label: "补正",
            value: <Count value={outcome.corrections} unit="次" />,
            note: `${outcome.corrected} 件申请补正过`,
          },
          {
            key: "firms",
            label: "惠及企业",
            value: <Count value={firms.reached} unit="家" />,
            note: `其中 ${firms.first_time} 家首次获得`,
          },
        ]}
      />
      <Card title="各月提交的申请和办理结果">
        <MonthBars found={found} />
      </Card>
      <Card title="申请的状态" flush>
        <StateTable rows={found.states} />
      </Card>
      <Card
        title="各季度的资金"
        extra={<span className="card-note">按发生时的金额统计，不扣除后来追回的资金</span>}
      >
        <QuarterBars found={found} />
      </Card>
      <Card
        title="各事项的资金"
        extra={
          <span className="card-note">
            各事项资金为累计数，不随年度筛选；已拨付为扣除追回后的金额
            {found.funds.items > found.items.length &&
              `；共 ${found.funds.items} 个事项，列出最近变动的 ${found.items.length} 个`}
          </span>
        }
        flush
      >
        <ItemTable rows={found.items} own={own} />
      </Card>
      <Card title="惠及的企业">
        <FirmBars found={found} />
      </Card>
    </div>
  );
}
