/** Words for notices of changed policies. */
import type { Schema } from "@/api/types";
import type { Labels } from "./label";

export const ADJUSTMENT_STATE: Labels<Schema<"AdjustmentState">> = {
  reported: { text: "待受理", tone: "info" },
  taken: { text: "处理中", tone: "warn" },
  renewed: { text: "事项已更新", tone: "ok" },
  explained: { text: "已发布说明", tone: "ok" },
  recalled: { text: "说明已撤下", tone: "neutral" },
  returned: { text: "已退回", tone: "err" },
};

/** “企业研发费用补助”, “企业研发费用补助”等 3 个事项. */
export const namedText = (row: { title: string; items: number }) =>
  row.items > 1 ? `${row.title}等 ${row.items} 个事项` : row.title;
