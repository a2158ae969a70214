/** A certified institution or agency: what it offers first, then who it is. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { toProblem } from "@/api/problem";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { NotFoundPage } from "@/app/StatusPages";
import { textOf } from "@/labels/label";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { useTitle } from "@/lib/useTitle";
import { BrandMark } from "./BrandMark";
import { InstitutionOffers } from "./InstitutionOffers";
import { LoadFailed } from "./LoadFailed";
import "./products/products.css";
import "./partners.css";

export function InstitutionCardPage() {
  const { id = "" } = useParams();
  const query = useQuery(readQuery("certifications", "/institutions/{id}", { path: { id } }));
  const card = query.data;
  useTitle(card?.name ?? "机构名片");
  if (query.error && toProblem(query.error).status === 404) return <NotFoundPage nested />;
  return (
    <article className="portal-width shelf institution">
      <div className="product-who">
        {card && <BrandMark of={card} />}
        <div>
          <h1>{card?.name ?? "机构名片"}</h1>
          {card && (
            <p className="product-by">
              {card.kind === "agency" ? "第三方中介机构" : textOf(INSTITUTION_TYPE, card.institution_type)}
              ，已通过平台认证
            </p>
          )}
        </div>
      </div>
      {query.isPending && <p role="status">正在加载…</p>}
      {query.isError && <LoadFailed onRetry={query.refetch} />}
      {card?.introduction && <p className="product-text">{card.introduction}</p>}
      {card && card.kind !== "agency" && <InstitutionOffers id={card.id} />}
      {card && <Facts card={card} />}
    </article>
  );
}

function Facts({ card }: { card: Schema<"PublicCard"> }) {
  const facts: [string, string | null | undefined][] = [
    ["服务范围", card.service_scope],
    ["服务电话", card.service_phone],
    ["地址", card.address],
    ["业务许可证编号", card.licence_no],
  ];
  if (!card.website && facts.every(([, value]) => !value)) return null;
  return (
    <section className="product-section" aria-labelledby="contact-title">
      <h2 id="contact-title">联系与资质</h2>
      <dl className="card-facts">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {card.website && (
          <div>
            <dt>网址</dt>
            <dd>
              <a href={card.website} rel="noopener noreferrer nofollow" target="_blank">
                {card.website}
              </a>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
