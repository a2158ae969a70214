/** 公示名单: who is to get what, for as long as it can be objected to. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { publicityQuery } from "@/api/policies";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { BeyondLast, isBeyondLast, pagesOf } from "@/lib/BeyondLast";
import { formatTime } from "@/lib/dates";
import { formatCount, moneyText } from "@/lib/money";
import { useTitle } from "@/lib/useTitle";
import { LoadFailed } from "../LoadFailed";
import { ShelfPages } from "../products/ShelfList";
import { Objection } from "./Objection";
import "../products/products.css";

const SIZE = 20;

export function PublicityPage() {
  useTitle("公示名单");
  const list = useListParams({ size: SIZE });
  const query = useQuery(publicityQuery({ page: list.page, size: list.size }));
  const { data } = query;
  const pages = data ? pagesOf(data) : 1;
  const beyond = data !== undefined && isBeyondLast(data, list.page);
  return (
    <div className="portal-width shelf">
      <div className="shelf-head">
        <h1>公示名单</h1>
        <p>拟享受政策的企业和金额。公示期内有异议的，登录后可以提出，由没有参与过审核的人员核实。</p>
      </div>
      <p className="shelf-count" role="status">
        {data ? `共 ${formatCount(data.total)}${data.capped ? "+" : ""} 项正在公示` : "正在加载…"}
      </p>
      {query.isError && <LoadFailed onRetry={query.refetch} />}
      {beyond && data && <BeyondLast page={list.page} data={data} />}
      {data?.items.length === 0 && !beyond && (
        <div className="shelf-empty">
          <p>现在没有正在公示的名单。</p>
          <Link to={paths.policies}>查看政策事项</Link>
        </div>
      )}
      <ul className="product-list" aria-busy={query.isFetching}>
        {data?.items.map((item) => (
          <PublicCard key={item.id} item={item} />
        ))}
      </ul>
      {pages > 1 && !beyond && <ShelfPages list={list} pages={pages} />}
    </div>
  );
}

function PublicCard({ item }: { item: Schema<"PublicApplication"> }) {
  return (
    <li className="product-card">
      <div className="product-head">
        <div>
          <h2>{item.enterprise}</h2>
          <p className="product-by">
            {item.code} · {item.no}
          </p>
        </div>
      </div>
      <p className="product-summary">
        <Link to={paths.policy(item.policy_id)}>{item.title}</Link>（{item.department}）
      </p>
      <dl className="product-figures">
        <div>
          <dt>拟兑现金额</dt>
          <dd className="num">{item.amount ? moneyText(item.amount) : "不涉及金额"}</dd>
        </div>
        <div>
          <dt>公示截止</dt>
          <dd className="num">{formatTime(item.until)}</dd>
        </div>
      </dl>
      <Objection item={item} />
    </li>
  );
}
