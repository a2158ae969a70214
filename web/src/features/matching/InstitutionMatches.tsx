/** Demands on the market that suit what the own institution has on the shelf, each with the product that suits it best. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { Card } from "@/ui/Card";
import { EmptyState, Loaded } from "@/ui/States";
import { MatchExplanation } from "./MatchExplanation";
import { DemandHead } from "./MatchHeads";
import styles from "./matching.module.css";
import { institutionMatchesQuery } from "./queries";

/** Until somebody asks for the others. */
const SHOWN = 5;

export function InstitutionMatches() {
  const query = useQuery(institutionMatchesQuery);
  return (
    <Card title="推荐的融资需求" extra={<Link to={paths.institution.market}>需求市场</Link>}>
      <Loaded query={query} rows={5}>
        {(found) => <InstitutionMatchList found={found} />}
      </Loaded>
    </Card>
  );
}

export function InstitutionMatchList({ found }: { found: Schema<"InstitutionMatches"> }) {
  const [all, setAll] = useState(false);
  if (found.products === 0)
    return (
      <EmptyState
        title="还没有参与匹配的产品"
        hint="贷款或投资产品上架后，平台会推荐适合的融资需求；投标保证和担保类产品由企业直接申请。"
        action={<Link to={paths.institution.products}>去发布产品</Link>}
      />
    );
  if (found.matches.length === 0)
    return (
      <EmptyState
        title="暂时没有适合的需求"
        hint="有新的需求发布后会重新比对。"
        action={<Link to={paths.institution.market}>去需求市场看看</Link>}
      />
    );
  const more = found.matches.length - SHOWN;
  return (
    <>
      <p className="card-note">
        用贵机构的 <span className="num">{found.products}</span>{" "}
        个上架产品与市场上还有名额的需求比对，仅供参考。
      </p>
      <ul className={styles.matchList}>
        {found.matches.slice(0, all ? undefined : SHOWN).map((match) => (
          <li key={match.demand.id}>
            <DemandHead demand={match.demand} />
            <p className={styles.matchFacts}>
              适合产品：<Link to={paths.institution.product(match.product_id)}>{match.product_name}</Link>
            </p>
            <MatchExplanation
              score={match.score}
              parts={match.parts}
              reasons={match.reasons}
              similar={match.similar}
            />
          </li>
        ))}
      </ul>
      {more > 0 && !all && <Button onClick={() => setAll(true)}>查看其余 {more} 项</Button>}
    </>
  );
}
