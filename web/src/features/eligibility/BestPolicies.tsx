/** The three policies that are worth most to the own firm now and are not applied for yet, on the workbench. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { ownOf, useApplied } from "@/api/applications";
import { ownMatchesQuery } from "@/api/policyMatch";
import { paths } from "@/app/paths";
import { amountLine, GROUP, groupOf, type Match, reasons } from "@/lib/policyMatch/words";
import { Card } from "@/ui/Card";
import { EmptyState, Loaded, Skeleton } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./eligibility.module.css";

const SHOWN = 3;

export function BestPolicies() {
  const applied = useApplied();
  return (
    <Card title="适合贵企业的政策" extra={<Link to={paths.enterprise.policies}>全部政策</Link>}>
      <Loaded query={useQuery(ownMatchesQuery)} rows={4}>
        {({ items }) => {
          if (!applied) return <Skeleton rows={4} />;
          const open = items.filter(({ id, number }) => ownOf(applied.get(id), number)?.stands !== "held");
          return open.length > 0 ? (
            <ul className={styles.best}>
              {open.slice(0, SHOWN).map((item) => (
                <Line key={item.id} item={item} />
              ))}
            </ul>
          ) : (
            <EmptyState
              title={items.length > 0 ? "正在办理的政策都已申请" : "目前没有正在办理的政策"}
              hint="部门发布新的政策事项后，会在这里与企业档案比对。"
            />
          );
        }}
      </Loaded>
    </Card>
  );
}

function Line({ item }: { item: Match }) {
  const line = amountLine(item);
  const [why] = reasons(item);
  return (
    <li>
      <div className={styles.head}>
        <Link to={paths.policy(item.id)}>{item.title}</Link>
        <StatusTag label={GROUP[groupOf(item)]} />
      </div>
      <p>
        {line?.figure ? (
          <>
            {line.note} <strong className="num">{line.figure}</strong>
          </>
        ) : (
          (line?.note ?? item.benefit)
        )}
      </p>
      {why && <p className={styles.why}>{why}</p>}
    </li>
  );
}
