/** What a product says, in groups; where `before` is given, what changed since is marked. */
import type { Schema } from "@/api/types";
import { type ProductFact, productFacts } from "@/labels/products";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import styles from "./facts.module.css";

const GROUPS: Record<ProductFact["group"] | "words" | "sheet", string> = {
  words: "介绍",
  terms: "产品要素",
  fund: "基金与投资偏好",
  conditions: "申请条件",
  process: "办理与咨询",
  sheet: "意向额度测算",
};

type Row = Omit<ProductFact, "group"> & { group: keyof typeof GROUPS };

function rowsOf(content: Schema<"ProductContent">): Row[] {
  return [
    { group: "words", label: "产品名称", text: content.name },
    { group: "words", label: "一句话介绍", text: content.summary || "—", wide: true },
    { group: "words", label: "详细介绍", text: content.description || "—", wide: true },
    ...productFacts(content),
    { group: "process", label: "申请材料", text: content.materials.join("、") || "—", wide: true },
    { group: "process", label: "办理流程", text: content.steps.join(" → ") || "—", wide: true },
    ...sheetRows(content),
  ];
}

/** Only the institution and the operator come here; the public page has no rule sheet. */
const sheetRows = (content: Schema<"ProductContent">): Row[] =>
  content.kind === "debt"
    ? [{ group: "sheet", label: "测算规则（不对外公开）", text: content.sheet ?? "未设置", wide: true }]
    : [];

export function ProductFacts({
  content,
  before,
}: {
  content: Schema<"ProductContent">;
  before?: Schema<"ProductContent"> | null;
}) {
  const rows = rowsOf(content);
  const old = new Map(before ? rowsOf(before).map((row) => [row.label, row.text]) : []);
  const groups = [...new Set(rows.map((row) => row.group))];
  return (
    <>
      {groups.map((group) => (
        <Card key={group} title={GROUPS[group]}>
          <Descriptions
            items={rows
              .filter((row) => row.group === group)
              .map((row) => {
                const was = before ? old.get(row.label) : undefined;
                const changed = before && was !== row.text;
                const className = row.group === "sheet" ? styles.sheetText : undefined;
                return {
                  label: row.label,
                  wide: row.wide,
                  value: changed ? (
                    <>
                      <strong className={className}>{row.text}</strong>
                      <span className={styles.productBefore}>
                        （上架版本：<span className={className}>{was ?? "—"}</span>）
                      </span>
                    </>
                  ) : className ? (
                    <span className={className}>{row.text}</span>
                  ) : (
                    row.text
                  ),
                };
              })}
          />
        </Card>
      ))}
    </>
  );
}
