/** What lists of the portal have in common: the field to search by, and the way from page to page. */
import { type FormEvent, useEffect, useState } from "react";
import type { ListParams } from "@/api/useListParams";

type SearchProps = { id: string; label: string; hint: string; maxLength: number; list: ListParams };

export function ShelfSearch({ id, label, hint, maxLength, list }: SearchProps) {
  const [q, setQ] = useState(list.filters.q ?? "");
  useEffect(() => setQ(list.filters.q ?? ""), [list.filters.q]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    list.setFilters({ q: q.trim() || undefined });
  };
  return (
    <form className="shelf-search" onSubmit={search}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <input
        id={id}
        type="search"
        value={q}
        maxLength={maxLength}
        placeholder={hint}
        onChange={(event) => setQ(event.target.value)}
      />
      <button type="submit" className="plain-button">
        搜索
      </button>
    </form>
  );
}

export function ShelfPages({ list, pages }: { list: ListParams; pages: number }) {
  const turn = (text: string, to: number) => (
    <button
      type="button"
      className="plain-button"
      disabled={to < 1 || to > pages}
      onClick={() => list.setPage(to)}
    >
      {text}
    </button>
  );
  return (
    <nav className="shelf-pages" aria-label="翻页">
      {turn("上一页", list.page - 1)}
      <span className="num">
        第 {list.page} / {pages} 页
      </span>
      {turn("下一页", list.page + 1)}
    </nav>
  );
}
