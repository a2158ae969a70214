/** What an institution or agency tells of itself. */
import type { Schema } from "@/api/types";
import { textOf } from "@/labels/label";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { Descriptions } from "@/ui/Descriptions";

export function CardFacts({ card }: { card: Schema<"CardView"> }) {
  const type =
    card.kind === "institution"
      ? [{ label: "机构类型", value: textOf(INSTITUTION_TYPE, card.institution_type) }]
      : [];
  return (
    <Descriptions
      columns={2}
      items={[
        { label: "单位名称", value: card.name },
        ...type,
        { label: "业务许可证编号", value: card.licence_no },
        { label: "服务电话", value: card.service_phone },
        { label: "网址", value: card.website },
        { label: "地址", value: card.address },
        { label: "服务范围", value: card.service_scope, wide: true },
        { label: "单位介绍", value: card.introduction, wide: true },
      ]}
    />
  );
}
