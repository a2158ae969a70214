/** The words by which rows of a list are found, kept in the URL as `q`. */
import type { ListParams } from "@/api/useListParams";
import { FilterSearch } from "./FilterSearch";
import { ReadTools } from "./ReadTools";

type Props = {
  /** By what rows are found: `编号或标题`. */
  by: string;
  /** As many characters as the server takes. */
  maxLength: number;
  list: Pick<ListParams, "filters" | "setFilters">;
};

export function ListSearch({ by, maxLength, list }: Props) {
  return (
    <ReadTools>
      <FilterSearch
        label={`按${by}查找`}
        placeholder={by}
        maxLength={maxLength}
        value={list.filters.q}
        onChange={(q) => list.setFilters({ q })}
      />
    </ReadTools>
  );
}
