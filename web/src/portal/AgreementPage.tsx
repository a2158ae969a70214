/** The text of one agreement in its current version. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { agreementQuery } from "@/api/agreements";
import { toProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { NotFoundPage } from "@/app/StatusPages";
import { agreementBlocks } from "@/lib/agreementText";
import { formatLongDate } from "@/lib/dates";
import { useTitle } from "@/lib/useTitle";
import { LoadFailed } from "./LoadFailed";

export function AgreementPage() {
  // The server answers 404 for a kind that it does not know.
  const query = useQuery(agreementQuery(useParams().kind as Schema<"AgreementKind">));
  const title = query.data?.title ?? "协议";
  useTitle(title);
  if (query.error && toProblem(query.error).status === 404) return <NotFoundPage nested />;
  return (
    <article className="portal-width portal-article">
      <h1>{title}</h1>
      {query.isPending && <p role="status">正在加载…</p>}
      {query.isError && <LoadFailed onRetry={query.refetch} />}
      {query.data && (
        <>
          <p className="article-meta">
            第 {query.data.version} 版 · {formatLongDate(query.data.effective_at)}起生效
          </p>
          {agreementBlocks(query.data.body).map((block) =>
            block.heading ? <h2 key={block.key}>{block.text}</h2> : <p key={block.key}>{block.text}</p>,
          )}
          <p className="article-hash">文本校验值：{query.data.hash}</p>
        </>
      )}
    </article>
  );
}
