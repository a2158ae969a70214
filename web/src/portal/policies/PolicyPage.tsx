/** One policy item, in the version in force or in an earlier one. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { policyNotesQuery, policyVersionQuery, publicPolicyQuery } from "@/api/policies";
import { toProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { NotFoundPage } from "@/app/StatusPages";
import { openLabel } from "@/labels/policies";
import { formatDate, todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { PolicyReadout } from "@/lib/PolicyReadout";
import { useTitle } from "@/lib/useTitle";
import { LoadFailed } from "../LoadFailed";
import { ApplyLink } from "./ApplyLink";
import { Calculator } from "./match/Calculator";
import { Notes } from "./Notes";
import styles from "./policy.module.css";
import "../products/products.css";

export function PolicyPage() {
  const { id = "", number } = useParams();
  const current = useQuery({ ...publicPolicyQuery(id), enabled: number === undefined });
  const earlier = useQuery({ ...policyVersionQuery(id, Number(number)), enabled: number !== undefined });
  const query = number === undefined ? current : earlier;
  // Read beside it, so that nothing moves when they come.
  const notes = useQuery(policyNotesQuery(id));
  useTitle(query.data?.content.title ?? "政策事项");
  if (query.error && toProblem(query.error).status === 404) return <NotFoundPage nested />;
  return (
    <div className="portal-width shelf">
      {(query.isPending || notes.isPending) && <p role="status">正在加载…</p>}
      {query.isError && <LoadFailed onRetry={query.refetch} />}
      {query.data && !notes.isPending && <Policy policy={query.data} notes={notes.data ?? []} />}
    </div>
  );
}

type Props = { policy: Schema<"PublicPolicy">; notes: readonly Schema<"PolicyNote">[] };

function Policy({ policy, notes }: Props) {
  const { content, number, in_force } = policy;
  const state = openLabel({ ...policy.window, state: policy.state }, todayIn(now()));
  const open = number === in_force && state.tone === "ok";
  const others = Array.from({ length: in_force }, (_, at) => at + 1).filter((one) => one !== number);
  return (
    <>
      <p className="product-back">
        <Link to={paths.policies}>返回政策列表</Link>
      </p>
      <div className="product-title">
        <div>
          <h1>{content.title}</h1>
          <p className="product-by">
            {policy.department} · {state.text}
          </p>
        </div>
        {state.tone === "ok" && number === in_force && content.mode !== "automatic" && (
          <ApplyLink id={policy.id} number={number} />
        )}
      </div>
      {policy.reason && (
        <p className="notice tone-warn">
          {state.text}：{policy.reason}
        </p>
      )}
      {number !== in_force && (
        <p className="notice tone-info">
          这是第 {number} 版，现行的是第 {in_force} 版。<Link to={paths.policy(policy.id)}>查看现行版本</Link>
        </p>
      )}
      <Notes notes={notes} />
      {open && (
        <p className={styles.jump}>
          <a className="plain-button" href="#calculator-title">
            测一测能否申请、能领多少
          </a>
        </p>
      )}
      <div className={open ? styles.columns : undefined}>
        <section className="product-section policy-body">
          <PolicyReadout
            content={content}
            conditions={policy.conditions}
            window={policy.window}
            files={policy.attachments}
            fileLink={(file) => `/policies/${policy.id}/versions/${number}/attachments/${file}`}
          />
        </section>
        {open && <Calculator key={policy.id} id={policy.id} />}
      </div>
      <p className="calculator-note">
        事项编号 {policy.no}，第 {number} 版，{formatDate(policy.published_at)} 发布。
        {others.map((one) => (
          <span key={one}>
            {" "}
            <Link to={paths.policyVersion(policy.id, one)}>查看第 {one} 版</Link>
          </span>
        ))}
      </p>
    </>
  );
}
