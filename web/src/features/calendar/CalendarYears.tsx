/** 工作日历: the special days of a year, and their change by a sheet of lines. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { DAY_KIND } from "@/labels/calendar";
import { now } from "@/lib/now";
import { Card } from "@/ui/Card";
import { type Column, DataTable } from "@/ui/DataTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { lazyPart } from "@/ui/lazyPart";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { wholeList } from "@/ui/wholeList";
import { calendarQuery } from "./queries";

const YearDialog = lazyPart(() => import("./YearDialog").then((m) => m.YearDialog));

const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];

const weekday = (day: string) => `星期${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}`;

const COLUMNS: Column<Schema<"CalendarDay">>[] = [
  { key: "day", title: "日期", primary: true, render: (row) => <span className="num">{row.day}</span> },
  { key: "weekday", title: "星期", render: (row) => weekday(row.day) },
  {
    key: "kind",
    title: "安排",
    badge: true,
    render: (row) => <StatusTag label={DAY_KIND[row.kind]} />,
  },
  { key: "name", title: "名称", render: (row) => row.name },
];

export function CalendarYears() {
  const list = useListParams();
  const [editing, setEditing] = useState<Schema<"CalendarYear"> | "new" | null>(null);
  const query = useQuery(calendarQuery);
  const thisYear = String(now().getFullYear());
  const chosen = list.filters.year ?? thisYear;
  return (
    <Loaded query={query} rows={10}>
      {(years) => {
        const year = years.find((candidate) => String(candidate.year) === chosen);
        return (
          <>
            <FilterTabs
              label="年份"
              tabs={years.map(({ year: value }) => ({
                value: String(value) === thisYear ? undefined : String(value),
                label: `${value} 年`,
              }))}
              value={chosen === thisYear ? undefined : chosen}
              onChange={(next) => list.setFilters({ year: next })}
            />
            {year ? (
              <Card
                title={`${year.year} 年`}
                extra={
                  <span className="card-extra">
                    <StatusTag tone={year.confirmed ? "ok" : "warn"}>
                      {year.confirmed ? "已按通知确认" : "暂定，待确认"}
                    </StatusTag>
                    <Button type="primary" onClick={() => setEditing(year)}>
                      修改
                    </Button>
                    <Button onClick={() => setEditing("new")}>新增年份</Button>
                  </span>
                }
              >
                <p>来源：{year.source}</p>
                <p className="card-note">
                  更新于 <DateText value={year.updated_at} mode="time" />
                </p>
              </Card>
            ) : (
              <Card>
                <EmptyState
                  title={`还没有 ${chosen} 年的安排`}
                  hint="在此之前只按周末计算工作日。"
                  action={
                    <Button type="primary" onClick={() => setEditing("new")}>
                      新增年份
                    </Button>
                  }
                />
              </Card>
            )}
            {year && (
              <Card flush>
                <DataTable
                  caption={`${year.year} 年放假和调休日`}
                  columns={COLUMNS}
                  {...wholeList(year.days)}
                  rowKey={(row) => row.day}
                  empty={<EmptyState title="没有特殊日期" hint="只按周末计算工作日。" />}
                />
              </Card>
            )}
            {editing && (
              <YearDialog
                year={editing === "new" ? undefined : editing}
                next={Math.max(...years.map((known) => known.year)) + 1}
                onClose={() => setEditing(null)}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
