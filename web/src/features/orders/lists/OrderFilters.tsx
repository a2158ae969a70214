/** Filters of an order list in the URL: in progress, ended or all, one exact state, and words for the number or the other side. */
import type { ReactNode } from "react";
import { getEnterpriseOrders } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { type ListParams, oneOf } from "@/api/useListParams";
import { ORDER_STATE } from "@/labels/finance";
import { options } from "@/labels/label";
import { FilterSearch } from "@/ui/FilterSearch";
import { FilterSelect } from "@/ui/FilterSelect";
import { FilterTabs } from "@/ui/FilterTabs";
import { ReadTools } from "@/ui/ReadTools";

const TABS = [
  { value: undefined, label: "全部" },
  { value: "true", label: "进行中" },
  { value: "false", label: "已放款或结束" },
];

/** What the URL says, as the server wants it. */
export function orderFilter(filters: Record<string, string>): {
  state?: Schema<"OrderState">;
  live?: boolean;
  q?: string;
} {
  const live = filters.live === "true" ? true : filters.live === "false" ? false : undefined;
  return { state: oneOf(filters.state, ORDER_STATE), live, q: filters.q };
}

type Props = {
  list: Pick<ListParams, "filters" | "setFilters">;
  /** What the other side is called. */
  other: "机构" | "企业";
  /** Further choices of one side. */
  children?: ReactNode;
};

export function OrderFilters({ list, other, children }: Props) {
  return (
    <div className="filter-row">
      <FilterTabs
        label="对接单范围"
        tabs={TABS}
        value={list.filters.live}
        onChange={(live) => list.setFilters({ live, state: undefined })}
      />
      <ReadTools>
        <div className="filter-selects">
          <FilterSearch
            label={`按对接单号或${other}名称查找`}
            placeholder={`单号或${other}名称`}
            maxLength={getEnterpriseOrders.q.max}
            value={list.filters.q}
            onChange={(q) => list.setFilters({ q })}
          />
          <FilterSelect
            aria-label="按状态筛选"
            placeholder="全部状态"
            value={oneOf(list.filters.state, ORDER_STATE)}
            options={options(ORDER_STATE)}
            onChange={(state?: Schema<"OrderState">) => list.setFilters({ state, live: undefined })}
          />
          {children}
        </div>
      </ReadTools>
    </div>
  );
}
