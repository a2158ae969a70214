/** Loans that suit the own firm as it is, before it has said what it wants. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { Card } from "@/ui/Card";
import { EmptyState, Loaded } from "@/ui/States";
import { MatchExplanation } from "./MatchExplanation";
import { ProductHead } from "./MatchHeads";
import styles from "./matching.module.css";
import { firmMatchesQuery } from "./queries";

/** Of the ten that come; a workbench has other things to show. */
const SHOWN = 3;

/** `known`: the profile names an industry, without which nothing is recommended. */
export function FirmMatches({ known }: { known: boolean }) {
  return (
    <Card title="为贵企业推荐的产品" extra={<Link to={paths.products}>全部产品</Link>}>
      {known ? <Found /> : <Unknown />}
    </Card>
  );
}

function Unknown() {
  return (
    <EmptyState
      title="暂无推荐"
      hint="填写所属行业后，为您推荐合适的产品。"
      action={<Link to={`${paths.enterprise.profile}?edit=1`}>完善企业档案</Link>}
    />
  );
}

function Found() {
  return (
    <Loaded query={useQuery(firmMatchesQuery)} rows={4}>
      {(found) => <FirmMatchList found={found} />}
    </Loaded>
  );
}

export function FirmMatchList({ found }: { found: Schema<"DemandMatches"> }) {
  if (found.matches.length === 0)
    return (
      <EmptyState
        title="暂时没有全部符合的产品"
        hint={
          found.near[0]
            ? `与“${found.near[0].product.name}”只差一项：${found.near[0].missing}。`
            : "有新产品上架或企业档案更新后会重新比对。"
        }
        action={<Link to={paths.enterprise.newDemand}>发布融资需求，由机构报价</Link>}
      />
    );
  return (
    <>
      <p className="card-note">
        按企业档案与 {found.considered} 个上架的贷款产品比对，仅供参考；写明金额和期限后匹配更准确。
      </p>
      <ul className={styles.matchList}>
        {found.matches.slice(0, SHOWN).map(({ product, score, parts, reasons, similar }) => (
          <li key={product.id}>
            <ProductHead product={product} />
            <MatchExplanation score={score} parts={parts} reasons={reasons} similar={similar} />
          </li>
        ))}
      </ul>
      <Link to={paths.enterprise.newDemand}>写明金额和期限</Link>
    </>
  );
}
