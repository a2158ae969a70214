/** 信用积分规则: what applies now, what will, and what did; each changed by a new version from a date on. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { conditionsText, POINT_EVENT, POINT_SIDE, pointsText } from "@/labels/points";
import { formatDate } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { lazyPart } from "@/ui/lazyPart";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";
import { rulesQuery } from "./queries";

const RuleDialog = lazyPart(() => import("./RuleDialog").then((m) => m.RuleDialog));
const RuleHistory = lazyPart(() => import("./RuleHistory").then((m) => m.RuleHistory));

const currentOf = (rule: Schema<"RuleView">): Schema<"RuleVersion"> | undefined =>
  rule.versions.find((version) => version.standing === "current");

/** `2027-01-01 起 +3`, for each version that is still to come. */
const upcomingText = (rule: Schema<"RuleView">): string =>
  rule.versions
    .filter((version) => version.standing === "upcoming")
    .map((version) => `${formatDate(version.valid_from)} 起 ${pointsText(version.terms.points)}`)
    .join("；");

const COLUMNS: Column<Schema<"RuleView">>[] = [
  { key: "event", title: "事项", primary: true, render: (row) => POINT_EVENT[row.event] },
  {
    key: "points",
    title: "分值",
    numeric: true,
    render: (row) => <strong className="num">{pointsText(currentOf(row)?.terms.points ?? 0)}</strong>,
  },
  {
    key: "by",
    title: "计分方式",
    badge: true,
    render: (row) =>
      row.finding ? (
        <StatusTag tone="purple">平台认定</StatusTag>
      ) : (
        <StatusTag tone="info">自动计分</StatusTag>
      ),
  },
  {
    key: "conditions",
    title: "条件和上限",
    render: (row) => {
      const current = currentOf(row);
      return current ? conditionsText(row.event, current.terms) : "—";
    },
  },
  {
    key: "since",
    title: "生效时间",
    render: (row) => {
      const since = currentOf(row)?.valid_from;
      return since ? <DateText value={since} mode="time" /> : "平台启用时";
    },
  },
  { key: "upcoming", title: "待生效的变更", render: (row) => upcomingText(row) || "—" },
];

export function RuleTable() {
  const list = useListParams();
  const query = useQuery(rulesQuery);
  const [editing, setEditing] = useState<Schema<"RuleView"> | null>(null);
  const [shown, setShown] = useState<Schema<"RuleView"> | null>(null);
  const side: Schema<"PointSide"> = oneOf(list.filters.side, POINT_SIDE) ?? "enterprise";
  return (
    <>
      <FilterTabs
        label="适用单位"
        tabs={(Object.keys(POINT_SIDE) as Schema<"PointSide">[]).map((value) => ({
          value: value === "enterprise" ? undefined : value,
          label: POINT_SIDE[value],
        }))}
        value={side === "enterprise" ? undefined : side}
        onChange={(next) => list.setFilters({ side: next })}
      />
      <Loaded query={query} rows={8}>
        {(rules) => (
          <Card flush>
            <DataTable
              caption={`${POINT_SIDE[side]}的信用积分规则`}
              columns={COLUMNS}
              {...wholeList(rules.filter((rule) => rule.side === side))}
              rowKey={(row) => row.event}
              actions={(row) => (
                <>
                  <Button
                    size="small"
                    aria-label={`修改：${POINT_EVENT[row.event]}`}
                    onClick={() => setEditing(row)}
                  >
                    修改
                  </Button>{" "}
                  <Button
                    size="small"
                    aria-label={`历史：${POINT_EVENT[row.event]}`}
                    onClick={() => setShown(row)}
                  >
                    历史
                  </Button>
                </>
              )}
              empty={<EmptyState title="没有规则" hint="请刷新页面重试。" />}
            />
          </Card>
        )}
      </Loaded>
      {editing && (
        <RuleDialog key={`${editing.event}-${side}`} rule={editing} onClose={() => setEditing(null)} />
      )}
      {shown && <RuleHistory rule={shown} onClose={() => setShown(null)} />}
    </>
  );
}
