/** The choices of the product list, as they stand beside each other or in the sheet of a phone. */
import type { Schema } from "@/api/types";
import { type Filter, SORTS } from "./filters";

/** What is chosen, with `sort` beside the filters. */
export type Chosen = Record<string, string | undefined>;

type Props = {
  kind: Schema<"FinancingKind">;
  filters: readonly Filter[];
  chosen: Chosen;
  onChange: (change: Chosen) => void;
};

export function ShelfSelects({ kind, filters, chosen, onChange }: Props) {
  return (
    <div className="shelf-selects">
      {filters.map((filter) => (
        <label key={filter.name}>
          <span>{filter.label}</span>
          <select
            value={chosen[filter.name] ?? ""}
            onChange={(event) => onChange({ [filter.name]: event.target.value || undefined })}
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
          value={chosen.sort ?? ""}
          onChange={(event) => onChange({ sort: event.target.value || undefined })}
        >
          {SORTS[kind].map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.value === "" && chosen.q ? "与搜索词最相关" : choice.label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
