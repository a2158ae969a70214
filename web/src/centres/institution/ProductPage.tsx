/** One product of the institution: where it stands, its versions, and what can be done. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { DemandMatches } from "@/features/matching/DemandMatches";
import { ProductActions } from "@/features/products/ProductActions";
import { ProductFacts } from "@/features/products/ProductFacts";
import { productQuery } from "@/features/products/queries";
import { RateDistribution } from "@/features/products/RateDistribution";
import { amountRange, rateRange, termRange } from "@/labels/productRanges";
import { PRODUCT_STATE, VERSION_STATE } from "@/labels/products";
import { formatCost } from "@/lib/money";
import { Card } from "@/ui/Card";
import { Defects } from "@/ui/Defects";
import type { KeyFigure } from "@/ui/now/KeyFigures";
import { NowPage, type Track, type Turn, YOUR_TURN } from "@/ui/now/NowPage";
import { Parts } from "@/ui/now/Parts";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { DateText } from "@/ui/Values";
import styles from "@/ui/versions.module.css";

const { institution } = paths;

type Product = Schema<"ProductView">;

/** What the newest version waits for, on the shelf or not. */
function next({ version_state, state, latest, forced_off }: Product): string {
  switch (version_state) {
    case "draft":
      return `第 ${latest} 版还没有提交。填写完整后提交平台审核，通过后上架。`;
    case "reviewing":
      return state === "on_shelf"
        ? `第 ${latest} 版正在审核，通过后替换现在展示的版本。`
        : `第 ${latest} 版正在审核，通过后上架。`;
    case "returned":
      return `第 ${latest} 版被退回，请按意见补正后重新提交。`;
    case "refused":
      return `第 ${latest} 版没有通过审核，可以修改后重新提交。`;
    case "approved":
      if (state === "on_shelf") return "正在向公众展示，企业可以直接申请。";
      return forced_off ? "已被平台下架，修改后的新版本通过审核才能重新上架。" : "已下架，可以重新上架。";
  }
}

function turn({ version_state, state, actions }: Product): Turn | null {
  if (version_state === "reviewing") return { who: "平台" };
  const own = state !== "archived" && (version_state !== "approved" || state === "off_shelf");
  return own && actions.some(({ allowed }) => allowed) ? YOUR_TURN : null;
}

function track({ version_state, state }: Product): Track {
  const steps = ["填写产品", "平台审核", "上架展示"];
  if (state === "archived") return { steps, at: 2, stopped: true };
  const at = { draft: 0, returned: 0, refused: 0, reviewing: 1, approved: state === "on_shelf" ? 3 : 2 };
  return { steps, at: at[version_state] };
}

function figures({ content, annual_cost_min }: Product): KeyFigure[] {
  const debt: KeyFigure[] = [
    {
      label: "年利率",
      value: rateRange(content),
      note: annual_cost_min === null ? undefined : `综合年化成本 ${formatCost(annual_cost_min)} 起`,
    },
    { label: "期限", value: termRange(content) },
  ];
  return [{ label: "额度", value: amountRange(content) }, ...(content.kind === "debt" ? debt : [])];
}

export function ProductPage() {
  const navigate = useNavigate();
  const { id = "" } = useParams();
  const query = useQuery(productQuery(id));
  const product = query.data;
  return (
    <NowPage
      title={product?.content.name ?? "金融产品"}
      status={product && <StatusTag label={PRODUCT_STATE[product.state]} />}
      back={{ to: institution.products, label: "金融产品" }}
      now={
        product && {
          next: next(product),
          track: track(product),
          turn: turn(product),
          figures: figures(product),
        }
      }
      actions={
        product && (
          <ProductActions product={product} onEdit={() => navigate(institution.editProduct(product.id))} />
        )
      }
    >
      <Loaded query={query} rows={10}>
        {(data) => <Content product={data} />}
      </Loaded>
    </NowPage>
  );
}

function Content({ product }: { product: Product }) {
  const shown = product.state === "on_shelf";
  // Of the version that is compared there, not of one that is still being written.
  const rate = (product.shelved ?? product.content).rate_min;
  return (
    <div className="columns">
      <div className="stack">
        {product.version_state === "returned" && <Defects of="ProductContent" defects={product.defects} />}
        {product.refusal && (
          <p className="notice tone-err">
            第 {product.latest} 版审核未通过：{product.refusal}
          </p>
        )}
        {product.forced_off && <p className="notice tone-err">平台下架原因：{product.forced_off}</p>}
        <Parts
          label="产品"
          parts={[
            shown && {
              key: "demands",
              title: "匹配的需求",
              content: <DemandMatches product={product.id} />,
            },
            shown &&
              rate !== null && {
                key: "rates",
                title: "利率分布",
                content: <RateDistribution type={product.content.product_type} own={rate} />,
              },
            {
              key: "content",
              title: "产品内容",
              content: (
                <>
                  {product.shelved && shown && (
                    <p className="notice tone-info">
                      正在展示的是第 {product.shelf_version} 版；以下为第 {product.latest}{" "}
                      版的内容，与上架版本不同之处已标出。
                    </p>
                  )}
                  <ProductFacts content={product.content} before={product.shelved} />
                </>
              ),
            },
          ]}
          // A new version that is being worked on is what the page is opened for.
          start={product.version_state === "approved" ? undefined : "content"}
        />
      </div>
      <div className="stack">
        <Card title="版本">
          <p className="card-note">{product.no}</p>
          <ul className={styles.versionList}>
            {product.versions.map((version) => (
              <li key={version.number}>
                第 {version.number} 版 <StatusTag label={VERSION_STATE[version.state]} />
                {version.number === product.shelf_version && shown && " 展示中"}
                <span className={styles.versionDate}>
                  <DateText value={version.decided_at ?? version.submitted_at ?? version.created_at} />
                </span>
              </li>
            ))}
          </ul>
          {shown && (
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
  );
}
