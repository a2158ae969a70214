/** The product that was applied for, as it was then, and the limits that its institution promised. */
import type { Schema } from "@/api/types";
import { amountRange, rateRange, termRange } from "@/labels/productRanges";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { Count } from "@/ui/Values";

type Props = { order: Pick<Schema<"EnterpriseOrderView">, "product" | "decision_wd" | "disburse_wd"> };

export function OrderedProductCard({ order }: Props) {
  const { product } = order;
  if (!product) return null;
  const { content } = product;
  return (
    <Card title="申请的产品">
      <Descriptions
        items={[
          { label: "产品", value: `${content.name}（第 ${product.number} 版）` },
          { label: "额度", value: amountRange(content) },
          ...(content.kind === "debt"
            ? [
                { label: "期限", value: termRange(content) },
                { label: "年利率", value: rateRange(content) },
                { label: "放款时限", value: <Count value={order.disburse_wd} unit="个工作日" /> },
              ]
            : []),
          { label: "审批时限", value: <Count value={order.decision_wd} unit="个工作日" /> },
          { label: "申请材料", value: content.materials.join("、"), wide: true },
        ]}
      />
      <p className="card-note">按申请时的产品版本办理，之后的产品变更不影响本对接单。</p>
    </Card>
  );
}
