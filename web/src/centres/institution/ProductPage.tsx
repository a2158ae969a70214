/** One product of the institution: where it stands, its versions, and what can be done. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { DemandMatches } from "@/features/matching/DemandMatches";
import { ProductActions } from "@/features/products/ProductActions";
import { ProductFacts } from "@/features/products/ProductFacts";
import { productQuery } from "@/features/products/queries";
import { PRODUCT_STATE, VERSION_STATE } from "@/labels/products";
import { Card } from "@/ui/Card";
import { Defects } from "@/ui/Defects";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { DateText } from "@/ui/Values";
import { WithActions } from "@/ui/WithActions";
import styles from "./versions.module.css";

const { institution } = paths;

export function ProductPage() {
  const { id = "" } = useParams();
  const query = useQuery(productQuery(id));
  const product = query.data;
  return (
    <>
      <PageHeader
        title={product?.content.name ?? "金融产品"}
        description={product && `${product.no}，最新为第 ${product.latest} 版`}
        back={{ to: institution.products, label: "金融产品" }}
        status={product && <StatusTag label={PRODUCT_STATE[product.state]} />}
      />
      <Loaded query={query} rows={10}>
        {(data) => <Product product={data} />}
      </Loaded>
    </>
  );
}

function Product({ product }: { product: Schema<"ProductView"> }) {
  const navigate = useNavigate();
  const actions = (
    <ProductActions product={product} onEdit={() => navigate(institution.editProduct(product.id))} />
  );
  return (
    <WithActions actions={actions}>
      <div className="columns">
        <div className="stack">
          {product.version_state === "returned" && <Defects of="ProductContent" defects={product.defects} />}
          {product.refusal && (
            <p className="notice tone-err">
              第 {product.latest} 版未通过：{product.refusal}
            </p>
          )}
          {product.forced_off && <p className="notice tone-err">平台下架原因：{product.forced_off}</p>}
          {product.state === "on_shelf" && <DemandMatches product={product.id} />}
          {product.shelved && product.state === "on_shelf" && (
            <p className="notice tone-info">
              正在展示的是第 {product.shelf_version} 版；以下为第 {product.latest}{" "}
              版的内容，与上架版本不同之处已标出。
            </p>
          )}
          <ProductFacts content={product.content} before={product.shelved} />
        </div>
        <div className="stack">
          <Card title="版本">
            <ul className={styles.versionList}>
              {product.versions.map((version) => (
                <li key={version.number}>
                  第 {version.number} 版 <StatusTag label={VERSION_STATE[version.state]} />
                  {version.number === product.shelf_version && product.state === "on_shelf" && " 展示中"}
                  <span className={styles.versionDate}>
                    <DateText value={version.decided_at ?? version.submitted_at ?? version.created_at} />
                  </span>
                </li>
              ))}
            </ul>
            {product.state === "on_shelf" && (
              <p className="card-note">
                <Link to={paths.product(product.id)}>查看公众看到的页面</Link>
              </p>
            )}
          </Card>
          <Card title="办理进展">
            <Timeline items={product.timeline} />
          </Card>
        </div>
      </div>
    </WithActions>
  );
}
