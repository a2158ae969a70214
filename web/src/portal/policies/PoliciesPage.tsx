/** 政策兑现: the items that departments have published, for everybody. */
import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { Link } from "react-router";
import { getPolicies } from "@/api/limits.gen";
import { policiesQuery } from "@/api/policies";
import type { Schema } from "@/api/types";
import { type ListParams, useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { textOf } from "@/labels/label";
import { capText, openLabel, POLICY_CLASS, POLICY_LEVEL, POLICY_MODE, windowText } from "@/labels/policies";
import { BeyondLast, isBeyondLast, pagesOf } from "@/lib/BeyondLast";
import { todayIn } from "@/lib/dates";
import { formatCount } from "@/lib/money";
import { now } from "@/lib/now";
import { useTitle } from "@/lib/useTitle";
import { LoadFailed } from "../LoadFailed";
import { ShelfPages, ShelfSearch } from "../products/ShelfList";
import { POLICY_FILTERS, toPoliciesQuery } from "./filters";
import styles from "./policy.module.css";
import "../products/products.css";

const SIZE = 12;

export function PoliciesPage() {
  useTitle("政策兑现");
  const list = useListParams({ size: SIZE });
  const query = useQuery(
    policiesQuery({ ...toPoliciesQuery(list.filters), page: list.page, size: list.size }),
  );
  const { data } = query;
  const pages = data ? pagesOf(data) : 1;
  const beyond = data !== undefined && isBeyondLast(data, list.page);
  return (
    <div className="portal-width shelf">
      <div className="shelf-head">
        <h1>政策兑现</h1>
        <p>政府部门发布的惠企政策事项：给谁、给多少、到什么时候、带什么材料、多久办完，逐项写明。</p>
        <nav className={styles.ways} aria-label="政策服务">
          <Link className="plain-button" to={paths.policyMatch}>
            政策匹配：看看能申请哪些、能领多少
          </Link>
          <Link className="plain-button" to={paths.forecasts}>
            政策预告
          </Link>
          <Link className="plain-button" to={paths.publicity}>
            公示名单
          </Link>
        </nav>
      </div>
      <Filters list={list} />
      <p className="shelf-count" role="status">
        {data ? `共 ${formatCount(data.total)}${data.capped ? "+" : ""} 个事项` : "正在加载…"}
      </p>
      {query.isError && <LoadFailed onRetry={query.refetch} />}
      {beyond && data && <BeyondLast page={list.page} data={data} />}
      {data?.items.length === 0 && !beyond && (
        <div className="shelf-empty">
          <p>没有符合条件的政策事项。</p>
          <button type="button" className="plain-button" onClick={() => list.reset()}>
            清除全部条件
          </button>
        </div>
      )}
      <ul className="product-list" aria-busy={query.isFetching}>
        {data?.items.map((item) => (
          <PolicyCard key={item.id} item={item} />
        ))}
      </ul>
      {pages > 1 && !beyond && <ShelfPages list={list} pages={pages} />}
    </div>
  );
}

function Filters({ list }: { list: ListParams }) {
  return (
    <search className="shelf-filters">
      <ShelfSearch
        id="policies-q"
        label="搜索政策事项"
        hint="搜索事项名称、文号或扶持内容"
        maxLength={getPolicies.q.max}
        list={list}
      />
      <div className="shelf-selects">
        {POLICY_FILTERS.map((filter) => (
          <label key={filter.name}>
            <span>{filter.label}</span>
            <select
              value={list.filters[filter.name] ?? ""}
              onChange={(event) => list.setFilters({ [filter.name]: event.target.value || undefined })}
            >
              <option value="">不限</option>
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
  );
}

function PolicyCard({ item }: { item: Schema<"PolicyItem"> }) {
  const kinds = [
    openLabel(item, todayIn(now())).text,
    textOf(POLICY_LEVEL, item.level),
    textOf(POLICY_CLASS, item.class),
    textOf(POLICY_MODE, item.mode),
  ];
  return (
    <li className="product-card">
      <div className="product-head">
        <div>
          <h2>
            <Link to={paths.policy(item.id)}>{item.title}</Link>
          </h2>
          <p className="product-by">{item.department}</p>
        </div>
      </div>
      <p className="product-summary">{item.benefit}</p>
      <ul className="product-tags">
        {kinds.map((kind) => (
          <li key={kind}>{kind}</li>
        ))}
      </ul>
      <dl className="product-figures">
        <div>
          <dt>兑现上限</dt>
          <dd className={item.cap ? "num product-rate" : "num"}>{capText(item.cap)}</dd>
        </div>
        <div>
          <dt>办理时限</dt>
          <dd className="num">{item.days ? `${item.days} 个工作日` : "—"}</dd>
        </div>
        <div className={styles.dates}>
          <dt>办理时间</dt>
          <dd className="num">
            {windowText(item)
              .split(" ")
              .map((part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order.
                <Fragment key={at}>
                  {at > 0 && " "}
                  <span>{part}</span>
                </Fragment>
              ))}
          </dd>
        </div>
      </dl>
    </li>
  );
}
