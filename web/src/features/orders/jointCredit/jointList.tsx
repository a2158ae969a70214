/** What lists of joint credits share on both sides. */
import { getEnterpriseJointCredits } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { type ListParams, oneOf } from "@/api/useListParams";
import { JOINT_STATE } from "@/labels/joint";
import { options } from "@/labels/label";
import type { Column } from "@/ui/DataTable";
import { DueText } from "@/ui/DueText";
import { FilterSelect } from "@/ui/FilterSelect";
import { ListSearch } from "@/ui/ListSearch";
import { StatusTag } from "@/ui/StatusTag";
import { Count, Money } from "@/ui/Values";
import type { Joint } from "./JointFacts";
import { percentOf } from "./jointProgress";

/** What the URL says, as the server wants it. */
export function jointFilter(filters: Record<string, string>): {
  state?: Schema<"JointState">;
  running?: boolean;
  q?: string;
} {
  const running = filters.running === "true" ? true : filters.running === "false" ? false : undefined;
  return { state: oneOf(filters.state, JOINT_STATE), running, q: filters.q };
}

type FilterProps = {
  list: Pick<ListParams, "filters" | "setFilters">;
  /** By whose names they are found. */
  by: string;
};

export function JointFilters({ list, by }: FilterProps) {
  return (
    <div className="filter-selects">
      <ListSearch by={by} maxLength={getEnterpriseJointCredits.q.max} list={list} />
      <FilterSelect
        aria-label="按状态筛选"
        placeholder="全部状态"
        value={oneOf(list.filters.state, JOINT_STATE)}
        options={options(JOINT_STATE)}
        onChange={(state?: Schema<"JointState">) => list.setFilters({ state })}
      />
    </div>
  );
}

/** What a side has of its own: `before` the name of the lead, and `after` what the time limits say. */
type OwnColumns<T> = { before?: Column<T>[]; after: Column<T>[] };

export function jointColumns<T extends Joint>({ before = [], after }: OwnColumns<T>): Column<T>[] {
  return [
    { key: "no", title: "编号", primary: true, render: (row) => row.no },
    {
      key: "state",
      title: "状态",
      badge: true,
      render: (row) => <StatusTag label={JOINT_STATE[row.state]} />,
    },
    ...before,
    { key: "lead", title: "牵头机构", render: (row) => row.lead_name },
    {
      key: "total",
      title: "总额（万元）",
      numeric: true,
      render: (row) => <Money fen={row.total} bare />,
    },
    {
      key: "committed",
      title: "认购",
      numeric: true,
      render: (row) => <Count value={percentOf(row.committed, row.total)} unit="%" />,
    },
    {
      key: "term",
      title: "期限（月）",
      numeric: true,
      render: (row) => <Count value={row.term_months} />,
    },
    { key: "due", title: "时限", render: (row) => <DueText due={row.due} short /> },
    ...after,
  ];
}
