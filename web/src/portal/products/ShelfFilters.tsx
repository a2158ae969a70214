/** Filters of the product list: plain selects that work at once, and a search field that waits for its button. */
import { type FormEvent, useEffect, useState } from "react";
import { getProducts } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import type { ListParams } from "@/api/useListParams";
import { useIsPhone } from "@/lib/useMedia";
import { type Filter, SORTS } from "./filters";

type Props = { kind: Schema<"FinancingKind">; filters: Filter[]; list: ListParams };

export function ShelfFilters({ kind, filters, list }: Props) {
  const [q, setQ] = useState(list.filters.q ?? "");
  const [open, setOpen] = useState(false);
  const phone = useIsPhone();
  useEffect(() => setQ(list.filters.q ?? ""), [list.filters.q]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    list.setFilters({ q: q.trim() || undefined });
  };
  const active = filters.filter((filter) => list.filters[filter.name]).length;
  return (
    <search className="shelf-filters">
      <form className="shelf-search" onSubmit={search}>
        <label htmlFor="shelf-q" className="visually-hidden">
          搜索产品或机构
        </label>
        <input
          id="shelf-q"
          type="search"
          value={q}
          maxLength={getProducts.q.max}
          placeholder="搜索产品名称、机构或用途"
          onChange={(event) => setQ(event.target.value)}
        />
        <button type="submit" className="plain-button">
          搜索
        </button>
      </form>
      {phone && (
        <button
          type="button"
          className="plain-button shelf-fold"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? "收起筛选" : active > 0 ? `筛选（已选 ${active} 项）` : "筛选"}
        </button>
      )}
      {(!phone || open) && (
        <div className="shelf-selects">
          {filters.map((filter) => (
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
          <label>
            <span>排序</span>
            <select
              value={list.sort ?? ""}
              onChange={(event) => list.setSort(event.target.value || undefined)}
            >
              {SORTS[kind].map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.value === "" && list.filters.q ? "与搜索词最相关" : choice.label}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
    </search>
  );
}
