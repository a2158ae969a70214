/** The public card of a certified institution or agency. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { toProblem } from "@/api/problem";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { NotFoundPage } from "@/app/StatusPages";
import { textOf } from "@/labels/label";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { useTitle } from "@/lib/useTitle";
import { LoadFailed } from "./LoadFailed";

export function InstitutionCardPage() {
  const { id = "" } = useParams();
  const query = useQuery(readQuery("certifications", "/institutions/{id}", { path: { id } }));
  const card = query.data;
  useTitle(card?.name ?? "机构名片");
  if (query.error && toProblem(query.error).status === 404) return <NotFoundPage nested />;
  return (
    <article className="portal-width portal-article">
      <h1>{card?.name ?? "机构名片"}</h1>
      {query.isPending && <p role="status">正在加载…</p>}
      {query.isError && <LoadFailed onRetry={query.refetch} />}
      {card && <Facts card={card} />}
    </article>
  );
}

function Facts({ card }: { card: Schema<"PublicCard"> }) {
  const facts: [string, string | null | undefined][] = [
    ["类型", card.kind === "agency" ? "第三方中介机构" : textOf(INSTITUTION_TYPE, card.institution_type)],
    ["服务范围", card.service_scope],
    ["服务电话", card.service_phone],
    ["地址", card.address],
    ["业务许可证编号", card.licence_no],
  ];
  return (
    <>
      <p className="article-meta">已通过平台认证。</p>
      {card.introduction && <p>{card.introduction}</p>}
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
    </>
  );
}
