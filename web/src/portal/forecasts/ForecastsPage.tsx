/** 政策预告: items that departments plan, the next expected first. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { forecastsQuery } from "@/api/forecasts";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { expectedText, FORECAST_STATE } from "@/labels/forecasts";
import { options, textOf } from "@/labels/label";
import { POLICY_CLASS, POLICY_LEVEL } from "@/labels/policies";
import { BeyondLast, isBeyondLast, pagesOf } from "@/lib/BeyondLast";
import { formatCount } from "@/lib/money";
import { useTitle } from "@/lib/useTitle";
import { LoadFailed } from "../LoadFailed";
import { ShelfPages } from "../products/ShelfList";
import "../products/products.css";

const SIZE = 12;

const FILTERS = [
  { name: "level", label: "政策级别", choices: options(POLICY_LEVEL) },
  { name: "class", label: "事项类别", choices: options(POLICY_CLASS) },
  { name: "ended", label: "预告状态", choices: [{ value: "true", label: "已发布事项或撤销" }] },
] as const;

/** What the address asks for; values that nobody offers are left out. */
function asked(values: Record<string, string>) {
  const known = FILTERS.flatMap(({ name, choices }) => {
    const value = choices.find((choice) => choice.value === values[name])?.value;
    return value ? [[name, name === "ended" ? true : value]] : [];
  });
  return Object.fromEntries(known) as { level?: Schema<"PolicyLevel">; class?: Schema<"PolicyClass"> };
}

export function ForecastsPage() {
  useTitle("政策预告");
  const list = useListParams({ size: SIZE });
  const query = useQuery(forecastsQuery({ ...asked(list.filters), page: list.page, size: list.size }));
  const { data } = query;
  const pages = data ? pagesOf(data) : 1;
  const beyond = data !== undefined && isBeyondLast(data, list.page);
  return (
    <div className="portal-width shelf">
      <div className="shelf-head">
        <h1>政策预告</h1>
        <p>政府部门计划出台的政策事项，内容和时间以正式发布为准。企业可以订阅，有变化时收到提醒。</p>
        <p>
          <Link className="plain-button" to={paths.policies}>
            正在办理的政策
          </Link>
        </p>
      </div>
      <search className="shelf-filters">
        <div className="shelf-selects">
          {FILTERS.map((filter) => (
            <label key={filter.name}>
              <span>{filter.label}</span>
              <select
                value={list.filters[filter.name] ?? ""}
                onChange={(event) => list.setFilters({ [filter.name]: event.target.value || undefined })}
              >
                <option value="">{filter.name === "ended" ? "即将出台" : "不限"}</option>
                {filter.choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </search>
      <p className="shelf-count" role="status">
        {data ? `共 ${formatCount(data.total)}${data.capped ? "+" : ""} 项预告` : "正在加载…"}
      </p>
      {query.isError && <LoadFailed onRetry={query.refetch} />}
      {beyond && data && <BeyondLast page={list.page} data={data} />}
      {data?.items.length === 0 && !beyond && (
        <div className="shelf-empty">
          <p>没有符合条件的预告。</p>
          <button type="button" className="plain-button" onClick={() => list.reset()}>
            清除全部条件
          </button>
        </div>
      )}
      <ul className="product-list" aria-busy={query.isFetching}>
        {data?.items.map((item) => (
          <ForecastCard key={item.id} item={item} />
        ))}
      </ul>
      {pages > 1 && !beyond && <ShelfPages list={list} pages={pages} />}
    </div>
  );
}

function ForecastCard({ item }: { item: Schema<"PublicForecast"> }) {
  const kinds = [textOf(POLICY_LEVEL, item.level), textOf(POLICY_CLASS, item.class)];
  if (item.state !== "published") kinds.unshift(FORECAST_STATE[item.state].text);
  return (
    <li className="product-card">
      <div className="product-head">
        <div>
          <h2>
            <Link to={paths.forecast(item.id)}>{item.title}</Link>
          </h2>
          <p className="product-by">{item.department}</p>
        </div>
      </div>
      <p className="product-summary">{item.summary}</p>
      <ul className="product-tags">
        {kinds.map((kind) => (
          <li key={kind}>{kind}</li>
        ))}
      </ul>
      <dl className="product-figures">
        <div>
          <dt>预计办理时间</dt>
          <dd>{expectedText(item)}</dd>
        </div>
        <div>
          <dt>面向</dt>
          <dd>{item.object}</dd>
        </div>
      </dl>
    </li>
  );
}
