/** 企业全景: everything that is known of one firm, part by part, as one sheet that prints. */
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { PANORAMA_BASIS } from "@/labels/panorama";
import { formatTime } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { FinanceTable, LoanFacts } from "@/ui/ProfileParts";
import { OpenedScoreFacts } from "@/ui/ScoreParts";
import { Business, Capital, Registration, Risks } from "./FirmParts";
import styles from "./panorama.module.css";
import { Financing, Policies, Standing } from "./RecordParts";

type Panorama = Schema<"Panorama">;

/** A part, or that the firm has not opened it to the reader. */
function Part<T>({
  title,
  data,
  children,
}: {
  title: string;
  data: T | null | undefined;
  children: (data: T) => ReactNode;
}) {
  return (
    <Card title={title}>
      {data ? children(data) : <p className="card-note">企业没有授权开放这一部分。</p>}
    </Card>
  );
}

export function PanoramaSheet({ firm }: { firm: Panorama }) {
  const { business, finance, registration } = firm;
  return (
    <div className={`stack ${styles.sheet}`}>
      <div className="paper-only">
        <h1>企业全景：{firm.name}</h1>
        <p>
          {firm.uscc} · 数据截至 {formatTime(firm.at)}
        </p>
      </div>
      <p className="notice tone-info">{PANORAMA_BASIS[firm.basis]}</p>
      <Part title="登记信息" data={registration}>
        {(part) => <Registration firm={firm} part={part} />}
      </Part>
      <Part title="经营与人员" data={business}>
        {(part) => <Business firm={firm} part={part} />}
      </Part>
      <Part title="财务" data={finance}>
        {(part) => (
          <div className="stack">
            <Capital firm={firm} part={part} />
            <LoanFacts data={part} />
            <FinanceTable years={part.years} />
          </div>
        )}
      </Part>
      <Part title="融资记录" data={firm.financing}>
        {(part) => <Financing part={part} />}
      </Part>
      <Part title="政策记录" data={firm.policies}>
        {(part) => <Policies part={part} />}
      </Part>
      <Part title="创新能力评分" data={business}>
        {({ score }) =>
          score ? (
            <OpenedScoreFacts score={score} />
          ) : (
            <p className="card-note">成立日期或营业收入未填写，还不能评分。</p>
          )
        }
      </Part>
      <Part title="平台信用与投诉" data={firm.standing}>
        {(part) => <Standing part={part} />}
      </Part>
      <Part title="风险事项" data={registration}>
        {(part) => <Risks part={part} />}
      </Part>
    </div>
  );
}
