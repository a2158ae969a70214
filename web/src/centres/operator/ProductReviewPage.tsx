/** Review of a product's newest version, beside the one on the shelf; and taking a product off it. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { ProductFacts } from "@/features/products/ProductFacts";
import { reviewedProductQuery } from "@/features/products/queries";
import { textOf } from "@/labels/label";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { PRODUCT_STATE, VERSION_STATE } from "@/labels/products";
import { formatCost } from "@/lib/money";
import { Card } from "@/ui/Card";
import { ReviewItem } from "@/ui/desk/ReviewItem";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { ProductDecision } from "./ProductDecision";
import { useReviewHead } from "./useReviewHead";

export function ProductReviewPage() {
  const { id = "" } = useParams();
  const query = useQuery(reviewedProductQuery(id));
  return (
    <Loaded query={query} rows={12}>
      {(view) => <Review view={view} />}
    </Loaded>
  );
}

function Review({ view }: { view: Schema<"OperatorProductView"> }) {
  const { product, institution } = view;
  const head = useReviewHead(product.version_state === "reviewing", {
    to: paths.operator.products,
    label: "金融产品",
  });
  return (
    <ReviewItem
      head={
        <PageHeader
          {...head}
          title={product.content.name}
          status={<StatusTag label={PRODUCT_STATE[product.state]} />}
          description={`${institution.name}（${textOf(INSTITUTION_TYPE, institution.institution_type)}），${product.no}，第 ${product.latest} 版${VERSION_STATE[product.version_state].text}`}
        />
      }
      bar={<ProductDecision view={view} />}
      beside={
        <Card title="办理进展">
          <Timeline items={product.timeline} />
        </Card>
      }
    >
      {!view.certified && <p className="notice tone-warn">该机构目前没有通过认证，不能上架产品。</p>}
      {product.refusal && <p className="notice tone-err">审核未通过，原因：{product.refusal}</p>}
      {product.forced_off && <p className="notice tone-err">平台下架原因：{product.forced_off}</p>}
      {product.kind === "debt" && (
        <p className="notice tone-info">
          综合年化成本 {formatCost(product.annual_cost_min)} 起（按最高额度、最低利率、一年期测算）。
        </p>
      )}
      <ProductFacts content={product.content} before={product.shelved} />
    </ReviewItem>
  );
}
