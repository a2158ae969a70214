/** What was chosen for comparison, at the bottom of the list. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { MOST, useCompare } from "./useCompare";

export function CompareBar({ kind }: { kind: Schema<"FinancingKind"> }) {
  const { chosen, clear } = useCompare();
  const own = chosen.filter((one) => one.kind === kind);
  if (own.length === 0) return null;
  return (
    <aside className="compare-bar" aria-label="产品对比">
      <p role="status">
        已选 {own.length}/{MOST}：{own.map((one) => one.name).join("、")}
      </p>
      <button type="button" className="plain-button" onClick={clear}>
        清空
      </button>
      <Link className="portal-button" to={paths.compare(own.map((one) => one.id))}>
        开始对比
      </Link>
    </aside>
  );
}
