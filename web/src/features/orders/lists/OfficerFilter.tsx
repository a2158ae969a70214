/** Orders of one colleague, or the own ones. */
import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/api/session";
import type { ListParams } from "@/api/useListParams";
import { FilterSelect } from "@/ui/FilterSelect";
import { officersQuery } from "../queries";

export function OfficerFilter({ list }: { list: Pick<ListParams, "filters" | "setFilters"> }) {
  const me = useMe();
  const officers = useQuery(officersQuery).data ?? [];
  const others = officers.filter((officer) => officer.id !== me.account_id);
  const { officer } = list.filters;
  const named = others.map(({ id, name, unit_name }) => ({ value: id, label: `${name}（${unit_name}）` }));
  const choices = [{ value: me.account_id, label: "我经办的" }, ...named];
  // Somebody without running orders may stand in the address.
  const known = officer && !choices.some((choice) => choice.value === officer);
  return (
    <FilterSelect
      aria-label="按经办人筛选"
      placeholder="全部经办人"
      value={officer}
      options={known ? [...choices, { value: officer, label: "其他经办人" }] : choices}
      onChange={(next?: string) => list.setFilters({ officer: next })}
    />
  );
}
