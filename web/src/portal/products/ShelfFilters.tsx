/** Filters of the product list: selects that work at once, on phones in a sheet, and a search field that waits for its button. */
import { useState } from "react";
import { getProducts } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import type { ListParams } from "@/api/useListParams";
import { useIsPhone } from "@/lib/useMedia";
import { FilterSheet } from "./FilterSheet";
import type { Filter } from "./filters";
import { ShelfSearch } from "./ShelfList";
import { ShelfSelects } from "./ShelfSelects";

type Props = { kind: Schema<"FinancingKind">; filters: Filter[]; list: ListParams };

export function ShelfFilters({ kind, filters, list }: Props) {
  const [open, setOpen] = useState(false);
  const phone = useIsPhone();
  const chosen = { ...list.filters, sort: list.sort };
  const active = filters.filter((filter) => list.filters[filter.name]).length;
  return (
    <search className="shelf-filters">
      <ShelfSearch
        id="shelf-q"
        label="搜索产品或机构"
        hint="搜索产品名称、机构或用途"
        maxLength={getProducts.q.max}
        list={list}
      />
      {phone ? (
        <button
          type="button"
          className="plain-button shelf-fold"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          {active > 0 ? `筛选（已选 ${active} 项）` : "筛选和排序"}
        </button>
      ) : (
        <ShelfSelects kind={kind} filters={filters} chosen={chosen} onChange={list.setFilters} />
      )}
      {phone && open && (
        <FilterSheet
          kind={kind}
          filters={filters}
          chosen={chosen}
          onClose={() => setOpen(false)}
          onShow={list.setFilters}
        />
      )}
    </search>
  );
}
