/** The figures of the institution's workbench, each a way to what it is made of. */
import { useQuery } from "@tanstack/react-query";
import { overviewQuery } from "@/api/market";
import { useMe } from "@/api/session";
import { trendsQuery } from "@/api/stats";
import { paths } from "@/app/paths";
import { ownEntriesQuery, statementQuery } from "@/features/points/queries";
import { balances } from "@/features/points/trend";
import { ownTrendsQuery } from "@/features/servicing/queries";
import { figureWords } from "@/labels/stats";
import { formatDate } from "@/lib/dates";
import { dueWords } from "@/lib/dueWords";
import { formatCount, moneyText } from "@/lib/money";
import { type CockpitFigure, Figures } from "@/ui/cockpit/Figures";
import { monthlyTrend, total } from "@/ui/cockpit/monthlyTrend";
import { isLate, isPressing, type WorkItem } from "@/ui/cockpit/work";
import { Count, Money } from "@/ui/Values";
import { amountOf, jointOf, type Work, workOf } from "./work";

const { institution } = paths;

/** So many of the latest entries make the small line. */
const LATEST = 20;

export function WorkFigures({ work }: { work: Work | undefined }) {
  const market = useQuery(overviewQuery).data;
  const published = useQuery(trendsQuery).data;
  const own = useQuery(ownTrendsQuery("institution")).data;
  const points = usePoints();
  const { mine, waiting } = work ? workOf(work, () => undefined) : { mine: undefined, waiting: undefined };
  const late = mine?.filter(isLate).length ?? 0;
  const pressing = (mine?.filter(isPressing).length ?? 0) - late;
  const notes = [late > 0 && `${late} 项已超期`, pressing > 0 && `${pressing} 项不足 1 个工作日`].filter(
    Boolean,
  );
  const sum = work?.orders.reduce((all, order) => all + amountOf(order, jointOf(work, order)), 0);
  const figures: CockpitFigure[] = [
    {
      key: "mine",
      label: "待我处理",
      value: <Count value={mine?.length} unit="项" />,
      note: notes.join("，") || nearestText(mine),
      late: late > 0,
    },
    {
      key: "waiting",
      label: "等企业答复",
      value: <Count value={waiting?.length} unit="项" />,
      note: "企业答复后会提醒您",
    },
    {
      key: "running",
      label: "在办金额",
      value: <Money fen={sum} unit="wan" />,
      note: work ? ordersText(work) : "—",
      to: `${institution.orders}?view=board`,
    },
    {
      key: "market",
      label: "市场上的需求",
      value: <Count value={market?.demands} unit="项" />,
      note: "去需求市场",
      to: institution.market,
      trend: monthlyTrend(
        "新发布的需求",
        published?.months ?? [],
        published?.trends.find(({ key }) => key === "demands")?.added,
        (value) => figureWords("demands", value),
      ),
    },
    {
      key: "paid",
      label: "近 12 个月放款",
      value: <Money fen={total(own?.paid)} unit="wan" />,
      note: "企业已确认",
      to: institution.loans,
      trend: monthlyTrend("放款", own?.months ?? [], own?.paid, moneyText),
    },
  ];
  return <Figures label="工作概况" figures={points ? [...figures, points] : figures} />;
}

/** What is left until the first limit, so that a figure never says less than the list below it. */
function nearestText(items: readonly WorkItem[] = []): string {
  const left = items.flatMap(({ due }) => (due ? [due.days_left] : []));
  return left.length > 0 ? `最近一项${dueWords(Math.min(...left)).text}` : "没有办理期限";
}

const ordersText = ({ orders, total = orders.length }: Work) =>
  total > orders.length ? `期限最近的 ${orders.length} 张对接单` : `${orders.length} 张对接单`;

/** The balance of the platform's points, with how it has gone as the ledger tells it. */
function usePoints(): CockpitFigure | null {
  const may = useMe().permissions.includes("points.own");
  const statement = useQuery({ ...statementQuery, enabled: may }).data;
  const entries = useQuery({ ...ownEntriesQuery({ page: 1, size: LATEST }), enabled: may }).data;
  if (!may) return null;
  const way = statement && entries ? balances(entries.items, statement.balance) : [];
  const [first] = way;
  return {
    key: "points",
    label: "平台信用积分",
    value: <Count value={statement?.balance} unit="分" />,
    note: first ? `最近 ${way.length} 次变动` : "信用积分与评级",
    to: institution.points,
    trend: first && {
      values: way.map(({ value }) => value),
      sentence: `从 ${formatDate(first.at)} 的 ${formatCount(first.value)} 分到现在的 ${formatCount(statement?.balance)} 分。`,
    },
  };
}
