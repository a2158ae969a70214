/** 智能匹配: products that suit a demand, why, and what would have to change for those that just miss. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { Schema } from "@/api/types";
import { rangeSentence } from "@/labels/indicative";
import { Card } from "@/ui/Card";
import { EmptyState, Loaded } from "@/ui/States";
import { IndicativeAmount } from "./IndicativeAmount";
import { MatchExplanation } from "./MatchExplanation";
import { ProductHead } from "./MatchHeads";
import styles from "./matching.module.css";
import { demandMatchesQuery } from "./queries";

export function ProductMatches({ demand }: { demand: string }) {
  const query = useQuery(demandMatchesQuery(demand));
  return (
    <Card title="匹配的金融产品">
      <Loaded query={query} rows={4}>
        {(found) => <Found found={found} />}
      </Loaded>
    </Card>
  );
}

/** Until somebody asks for the others. */
const SHOWN = 5;

function Found({ found }: { found: Schema<"DemandMatches"> }) {
  const [all, setAll] = useState(false);
  const more = found.matches.length - SHOWN;
  return (
    <>
      <p className="card-note">
        按企业档案和本需求与 {found.considered} 个上架产品逐条比对，仅供参考，以机构审批为准。
      </p>
      {found.indicative && <p className={`${styles.matchAmount} num`}>{rangeSentence(found.indicative)}</p>}
      {found.matches.length === 0 && (
        <EmptyState title="暂时没有全部符合的产品" hint="可以参考下面只差一项的产品，或等待机构报价。" />
      )}
      <ul className={styles.matchList}>
        {found.matches
          .slice(0, all ? undefined : SHOWN)
          .map(({ product, score, parts, reasons, similar, indicative }) => (
            <li key={product.id}>
              <ProductHead product={product} />
              {indicative && <IndicativeAmount of={indicative} />}
              <MatchExplanation score={score} parts={parts} reasons={reasons} similar={similar} />
            </li>
          ))}
      </ul>
      {more > 0 && !all && <Button onClick={() => setAll(true)}>查看其余 {more} 个</Button>}
      {found.near.length > 0 && (
        <section className={styles.matchNear} aria-labelledby="near-title">
          <h3 id="near-title">只差一项条件</h3>
          <ul className={styles.matchList}>
            {found.near.map(({ product, missing }) => (
              <li key={product.id}>
                <ProductHead product={product} />
                <p>原因：{missing}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
