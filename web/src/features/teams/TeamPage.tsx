/** 账号与分支机构: sub-accounts, units and the work log of the own organisation. */
import { useQuery } from "@tanstack/react-query";
import { useListParams } from "@/api/useListParams";
import { FilterTabs } from "@/ui/FilterTabs";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { Accounts, type WorkColumn } from "./Accounts";
import { CLEARED, teamQuery } from "./queries";
import { Units } from "./Units";
import type { LogLink } from "./WorkLog";

const WorkLog = lazyPart(() => import("./WorkLog").then((m) => m.WorkLog));

const TABS = [
  { value: undefined, label: "账号" },
  { value: "units", label: "分支机构和部门" },
  { value: "log", label: "工作日志" },
];

export function TeamPage({ work, link }: { work?: WorkColumn; link: LogLink }) {
  const list = useListParams();
  const query = useQuery(teamQuery);
  const { tab } = list.filters;
  return (
    <>
      <PageHeader
        title="账号与分支机构"
        description="为同事开通子账号、设置所在分支机构和权限，查看他们的办理记录。只有主账号能看到本页。"
      />
      <FilterTabs
        label="显示内容"
        tabs={TABS}
        value={tab}
        onChange={(next) => list.setFilters({ ...CLEARED, tab: next })}
      />
      <Loaded query={query} rows={8}>
        {(team) =>
          tab === "units" ? (
            <Units team={team} />
          ) : tab === "log" ? (
            <WorkLog team={team} link={link} />
          ) : (
            <Accounts team={team} work={work} />
          )
        }
      </Loaded>
    </>
  );
}
