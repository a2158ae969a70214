/** All parameters in one table by what they are about, each changed where it stands; on phones as a list. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Schema } from "@/api/types";
import { oneOf, useListParams } from "@/api/useListParams";
import { ScrollRegion } from "@/lib/ScrollRegion";
import { useIsPhone } from "@/lib/useMedia";
import { Card } from "@/ui/Card";
import { FilterSearch } from "@/ui/FilterSearch";
import { FilterSelect } from "@/ui/FilterSelect";
import { FilterTabs } from "@/ui/FilterTabs";
import { EmptyState, Loaded } from "@/ui/States";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { DateText } from "@/ui/Values";
import { GROUP, grouped, isChanged } from "./groups";
import { ParameterValue } from "./ParameterValue";
import styles from "./parameters.module.css";
import { parametersQuery } from "./queries";

type View = Schema<"ParameterView">;
type Drafts = Partial<Record<View["key"], number | null>>;

const LONGEST = 40;
const CHANGED = "changed";

export function ParameterTable() {
  const query = useQuery(parametersQuery);
  const [drafts, setDrafts] = useState<Drafts>({});
  const typed = (query.data ?? []).some(
    ({ key, value }) => drafts[key] !== undefined && drafts[key] !== value,
  );
  const guard = useUnsavedGuard(typed);
  const value = (one: View) => (
    <ParameterValue
      parameter={one}
      draft={drafts[one.key]}
      onDraft={(next) => setDrafts((all) => ({ ...all, [one.key]: next }))}
    />
  );
  return (
    <>
      <Loaded query={query} rows={12}>
        {(all) => <Found all={all} value={value} />}
      </Loaded>
      {guard}
    </>
  );
}

type FoundProps = { all: View[]; value: (one: View) => ReactNode };

function Found({ all, value }: FoundProps) {
  const { filters, setFilters } = useListParams();
  const phone = useIsPhone();
  const group = oneOf(filters.group, GROUP);
  const changed = filters.group === CHANGED;
  const groups = grouped(all, { group, changed, words: filters.q });
  const counts = grouped(all, { words: filters.q });
  const tabs = [
    { value: undefined, label: "全部", count: counts.reduce((sum, { rows }) => sum + rows.length, 0) },
    ...counts.map((one) => ({ value: one.group as string, label: one.title, count: one.rows.length })),
    { value: CHANGED, label: "已调整", count: all.filter(isChanged).length },
  ];
  const show = (next: string | undefined) => setFilters({ group: next });
  return (
    <>
      <div className={styles.search}>
        <FilterSearch
          label="查找参数"
          placeholder="查找参数，例如：派单、审批时限"
          maxLength={LONGEST}
          value={filters.q}
          onChange={(q) => setFilters({ q })}
        />
        {phone && (
          <FilterSelect
            aria-label="类别"
            placeholder={`全部类别（${all.length}）`}
            options={tabs.flatMap(({ value: group, label, count }) =>
              group ? [{ value: group, label: `${label}（${count}）` }] : [],
            )}
            value={filters.group}
            onChange={show}
          />
        )}
      </div>
      {!phone && <FilterTabs label="类别" tabs={tabs} value={filters.group} onChange={show} />}
      <Card flush>
        {groups.length === 0 ? (
          <EmptyState title="没有符合条件的参数" hint="请换一个词，或选择“全部”。" />
        ) : phone ? (
          groups.map((one) => (
            <section key={one.group} aria-label={one.title}>
              <h2 className={styles.group}>{one.title}</h2>
              <ul>
                {one.rows.map((row) => (
                  <li key={row.key} className={styles.item}>
                    <Name one={row} />
                    {value(row)}
                    <p className={styles.note}>
                      默认 {row.default}，可设为 {row.min} 至 {row.max}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          ))
        ) : (
          <Table groups={groups} value={value} />
        )}
      </Card>
    </>
  );
}

const Name = ({ one }: { one: View }) => (
  <>
    <span className={styles.name}>{one.text}</span>
    <p className={styles.note}>{one.help}</p>
  </>
);

type TableProps = { groups: ReturnType<typeof grouped>; value: FoundProps["value"] };

function Table({ groups, value }: TableProps) {
  return (
    <ScrollRegion className="table-scroll" label="平台参数">
      <table className={`data-table ${styles.table}`}>
        <caption className="visually-hidden">平台参数</caption>
        <thead>
          <tr>
            <th scope="col">参数</th>
            <th scope="col">当前值</th>
            <th scope="col" className="numeric">
              默认值
            </th>
            <th scope="col" className="numeric">
              可设范围
            </th>
            <th scope="col">上次修改</th>
          </tr>
        </thead>
        {groups.map(({ group, title, rows }) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={5} className={styles.group}>
                {title}
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={row.key}>
                <td>
                  <Name one={row} />
                </td>
                <td>{value(row)}</td>
                <td className="numeric">{row.default}</td>
                <td className="numeric">
                  {row.min}–{row.max}
                </td>
                <td>{row.updated_at ? <DateText value={row.updated_at} mode="time" /> : "—"}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}
