/** 逆向智能匹配: masked demands on the market that suit one of the own products. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { EmptyState, Loaded } from "@/ui/States";
import { MatchExplanation } from "./MatchExplanation";
import { DemandHead } from "./MatchHeads";
import styles from "./matching.module.css";
import { productMatchesQuery } from "./queries";

export function DemandMatches({ product }: { product: string }) {
  const query = useQuery(productMatchesQuery(product));
  return (
    <Card title="匹配的融资需求">
      <Loaded query={query} rows={4}>
        {(found) => <Found found={found} />}
      </Loaded>
    </Card>
  );
}

function Found({ found }: { found: Schema<"ProductMatches"> }) {
  if (!found.pays)
    return (
      <p className="card-note">投标保证和担保类产品不直接提供资金，不参与融资需求匹配；企业可以直接申请。</p>
    );
  return (
    <>
      <p className="card-note">
        与市场上额度相符的 {found.considered}{" "}
        项需求逐条比对；企业确认对接前不显示名称，无法从脱敏信息判断的条件标为待核实。
      </p>
      {found.matches.length === 0 && (
        <EmptyState title="暂时没有匹配的需求" hint="有新的需求发布后会重新比对。" />
      )}
      <ul className={styles.matchList}>
        {found.matches.map((match) => (
          <li key={match.demand.id}>
            <DemandHead demand={match.demand} />
            <MatchExplanation
              score={match.score}
              parts={match.parts}
              reasons={match.reasons}
              similar={match.similar}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
