/** 工作量 as pictures: who has how much to do, and how far the latest orders came. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { BarChart } from "@/ui/chart/BarChart";
import styles from "@/ui/chart/charts.module.css";
import { FunnelChart } from "@/ui/chart/FunnelChart";
import { Room } from "@/ui/lazyPart";
import { institutionOrdersQuery } from "../queries";
import { reachedSteps } from "./reached";

/** The most that one answer holds. */
const LATEST = 100;
/** So many bars are read at a glance; the table below has all. */
const SHOWN = 8;
const ORDERS = { of: "笔" };

/** Running orders in which it is the institution's turn, or the other side's. */
export const loadOf = ({ by_state }: Pick<Schema<"OfficerView">, "by_state">, mine: boolean) =>
  by_state.reduce((sum, { count, ours }) => sum + (mine ? ours : count - ours), 0);

function Officers({ officers }: { officers: Schema<"OfficerView">[] }) {
  const busy = [...officers].filter(({ running }) => running > 0).sort((a, b) => b.running - a.running);
  const shown = busy.slice(0, SHOWN);
  const all = shown.length < busy.length ? `在办最多的 ${SHOWN} 人` : "各经办人在办";
  const first = shown[0];
  return (
    <BarChart
      title={all}
      sentence={first ? `${first.name}在办最多，${first.running} 笔。` : "没有在办的对接单。"}
      lying
      stacked
      labelled="经办人"
      labels={shown.map(({ name }) => name)}
      bars={[
        { name: "等本机构办理", values: shown.map((officer) => loadOf(officer, true)) },
        { name: "等企业答复", values: shown.map((officer) => loadOf(officer, false)), tone: "gold" },
      ]}
      unit={ORDERS}
      empty="没有在办的对接单。"
    />
  );
}

function Reached() {
  const query = useQuery(institutionOrdersQuery({ size: LATEST }));
  const { data } = query;
  if (!data) return query.isError ? <p className="card-note">对接进度没有加载出来。</p> : <Room rem={21} />;
  const steps = reachedSteps(data.items);
  const [all, last] = [steps[0]?.value ?? 0, steps.at(-1)?.value ?? 0];
  const whole = data.total <= data.items.length;
  return (
    <FunnelChart
      title={whole ? "全部对接单走到哪一步" : `最近更新的 ${data.items.length} 张对接单走到哪一步`}
      sentence={`${all} 张对接单中，${last} 张已放款或到账。`}
      steps={steps}
      unit={{ of: "张" }}
      empty="还没有对接单。"
    />
  );
}

export function WorkloadCharts({ officers }: { officers: Schema<"OfficerView">[] }) {
  return (
    <Card>
      <div className={styles.two}>
        <Officers officers={officers} />
        <Reached />
      </div>
    </Card>
  );
}
