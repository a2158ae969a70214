/** Open demands by industry and amount band, for one term band or all: counts only, nothing that identifies a firm. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { figuresQuery } from "@/api/stats";
import type { Schema } from "@/api/types";
import { AMOUNT_BAND, TERM_BAND } from "@/labels/finance";
import { SECTION } from "@/labels/industries";
import { options } from "@/labels/label";
import { countApart, othersNote, overviewNote } from "@/lib/apart";
import { formatTime } from "@/lib/dates";
import { LoadFailed } from "./LoadFailed";
import { type OverviewQuery, overviewRows } from "./overview";

const BANDS = Object.keys(AMOUNT_BAND) as Schema<"AmountBand">[];
const TERMS: { value: Schema<"TermBand"> | undefined; label: string }[] = [
  { value: undefined, label: "全部期限" },
  ...options(TERM_BAND),
];

export function DemandOverview({ query }: { query: OverviewQuery }) {
  const [term, setTerm] = useState<Schema<"TermBand"> | undefined>(undefined);
  const rows = query.data ? overviewRows(query.data.groups, term) : [];
  const others = query.data?.others ?? 0;
  const othersText = othersNote(others, rows.length > 0);
  const figures = useQuery(figuresQuery).data?.figures;
  const note = overviewNote(figures?.find(({ key }) => key === "demands")?.value, query.data?.demands);
  return (
    <section className="home-section" aria-labelledby="overview-title">
      <div className="section-head">
        <h2 id="overview-title">当前融资需求概览</h2>
        {query.data && <p>数据截至 {formatTime(query.data.at)}，单位：项</p>}
      </div>
      {note && <p>{note}</p>}
      <fieldset className="chips">
        <legend className="visually-hidden">按融资期限筛选</legend>
        {TERMS.map((item) => (
          <button
            key={item.label}
            type="button"
            aria-pressed={item.value === term}
            onClick={() => setTerm(item.value)}
          >
            {item.label}
          </button>
        ))}
      </fieldset>
      <div aria-live="polite">
        {query.isPending && <p className="overview-empty">正在加载…</p>}
        {!query.isPending && !query.data && <LoadFailed onRetry={query.refetch} />}
        {query.data && rows.length === 0 && !(othersText && !term) && (
          <p className="overview-empty">
            {term
              ? `这一期限暂无${othersText ? "可以分类展示的" : ""}公开需求，请查看其他期限。`
              : "暂无公开的融资需求。企业注册并通过审核后即可发布。"}
          </p>
        )}
        {rows.length > 0 && (
          <table className="overview">
            <caption className="visually-hidden">各行业在各金额区间的融资需求数量</caption>
            <thead>
              <tr>
                <th scope="col">行业门类</th>
                {BANDS.map((band) => (
                  <th scope="col" key={band}>
                    {AMOUNT_BAND[band]}
                  </th>
                ))}
                <th scope="col">合计</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.section}>
                  <th scope="row">{SECTION[row.section]}</th>
                  {BANDS.map((band) => (
                    <td key={band} className={row.bands[band] ? undefined : "is-zero"}>
                      <span className="cell-label" aria-hidden="true">
                        {AMOUNT_BAND[band]}
                      </span>
                      {countApart(row.bands[band] ?? 0, others)}
                    </td>
                  ))}
                  <td className="overview-total">
                    <span className="cell-label" aria-hidden="true">
                      合计
                    </span>
                    {countApart(row.total, others)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {othersText && !term && <p>{othersText}</p>}
      </div>
    </section>
  );
}
