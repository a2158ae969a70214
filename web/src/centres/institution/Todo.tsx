/** What waits for the institution, filtered as one likes to work; the filters stick. */
import { Link } from "react-router";
import { useMe } from "@/api/session";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { Card } from "@/ui/Card";
import { useKeptFilters } from "@/ui/cockpit/keptFilters";
import { WorkFilters, WorkList } from "@/ui/cockpit/WorkList";
import { workFilters } from "@/ui/cockpit/work";
import { FilterTabs } from "@/ui/FilterTabs";
import { EmptyState } from "@/ui/States";
import { useOrderSteps } from "./useOrderSteps";
import { WORK_KINDS, type Work, workOf } from "./work";

const WAITING = "waiting";
const OWN = "own";

export function Todo({ work }: { work: Work }) {
  const me = useMe();
  const { stepOf, dialog } = useOrderSteps();
  const [filters, set] = useKeptFilters("institution-work", ["kind", "who"]);
  const others = work.orders.some(({ officer }) => officer.id !== me.account_id);
  const own = others && filters.who === OWN;
  const { mine, waiting } = workOf(own ? ownOf(work, me.account_id) : work, stepOf);
  const tabs = [
    ...workFilters(mine, WORK_KINDS),
    ...(waiting.length > 0 ? [{ value: WAITING, label: "等企业答复", count: waiting.length }] : []),
  ];
  // The kind that was kept may have come to nothing meanwhile.
  const kind = tabs.some(({ value }) => value === filters.kind) ? filters.kind : undefined;
  const all = { value: undefined, label: "待我处理", count: mine.length };
  const shown = kind === WAITING ? waiting : mine.filter((item) => !kind || item.kind === kind);
  return (
    <Card title="待办" extra={<Link to={paths.institution.orders}>全部对接单</Link>}>
      <WorkFilters>
        {tabs.length > 0 && (
          <FilterTabs
            label="待办类别"
            tabs={tabs[0]?.value === undefined ? tabs : [all, ...tabs]}
            value={kind}
            onChange={(next) => set("kind", next)}
          />
        )}
        {others && (
          <FilterTabs
            label="经办人"
            tabs={[
              { value: undefined, label: "全部经办人" },
              { value: OWN, label: "我经办的" },
            ]}
            value={own ? OWN : undefined}
            onChange={(next) => set("who", next)}
          />
        )}
      </WorkFilters>
      {(work.total ?? 0) > work.orders.length && (
        <p className="card-note">
          进行中的对接单共 {work.total} 张，这里只看期限最近的 {work.orders.length} 张；其余请到
          <Link to={paths.institution.orders}>全部对接单</Link>中查看。
        </p>
      )}
      {shown.length > 0 ? (
        <WorkList label="待办" items={shown} />
      ) : work.orders.length > 0 ? (
        <EmptyState title="现在没有等您处理的事" hint="企业答复后会出现在这里；也可以去看看新的融资需求。" />
      ) : (
        <EmptyState
          title="没有进行中的对接单"
          hint="抢单并得到企业确认后，会在这里提醒您联系企业、审批和放款。"
          action={<Link to={paths.institution.market}>去需求市场看看</Link>}
        />
      )}
      {dialog}
    </Card>
  );
}

/** What has no officer of its own is everybody's. */
const ownOf = (work: Work, account: Schema<"AccountId">): Work => ({
  ...work,
  orders: work.orders.filter(({ officer }) => officer.id === account),
});
