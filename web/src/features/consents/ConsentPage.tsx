/** One consent: what is open to whom until when, how it came about, and who looked. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { tiersQuery } from "@/api/tiers";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { CONSENT_STATE, SIGNING_METHOD } from "@/labels/consents";
import { fieldText } from "@/labels/fields";
import { CONSENT_SCOPE } from "@/labels/finance";
import { type Texts, textOf } from "@/labels/label";
import { daysUntil } from "@/lib/dates";
import { now } from "@/lib/now";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { lazyPart } from "@/ui/lazyPart";
import type { KeyFigure } from "@/ui/now/KeyFigures";
import { NowPage } from "@/ui/now/NowPage";
import { Parts } from "@/ui/now/Parts";
import { Loaded, Skeleton } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { Count, DateText } from "@/ui/Values";
import { ConsentActions } from "./ConsentActions";
import styles from "./consents.module.css";
import { consentQuery } from "./queries";

const AccessLog = lazyPart(() => import("./AccessLog").then((m) => m.AccessLog), <Skeleton rows={6} />);

type Paths = { back: string; order: (id: string) => string; consent: (id: string) => string };
type Props = { id: string; paths: Paths; onRenewed: (id: string) => void };

/** What an active consent means, and what is left of an ended one. */
const NEXT: Texts<Schema<"ConsentState">> = {
  active: "对方可以查看您选择开放的资料，每次查看都有记录。您可以随时缩小范围或撤回。",
  expired: "授权已到期，对方不能再查看贵企业的资料。",
  revoked: "授权已撤回，对方不能再查看贵企业的资料。",
  replaced: "已由新的授权代替，以新的授权为准。",
};

function figuresOf(consent: Schema<"ConsentDetail">): KeyFigure[] {
  const days = daysUntil(consent.expires_at, now());
  return [
    {
      label: "有效期至",
      value: <DateText value={consent.expires_at} />,
      note: consent.state === "active" ? `剩 ${Math.max(days, 0)} 天` : undefined,
    },
    { label: "开放的资料", value: <Count value={consent.scopes.length} unit="类" /> },
  ];
}

export function ConsentPage({ id, paths, onRenewed }: Props) {
  const query = useQuery(consentQuery(id));
  const consent = query.data;
  return (
    <NowPage
      title={consent ? consent.institution_name : "数据授权"}
      status={consent && <StatusTag label={CONSENT_STATE[consent.state]} />}
      back={{ to: paths.back, label: "数据授权" }}
      now={consent && { next: NEXT[consent.state], figures: figuresOf(consent) }}
      actions={consent && <ConsentActions consent={consent} onRenewed={onRenewed} />}
    >
      <Loaded query={query} rows={8}>
        {(data) => <Content consent={data} paths={paths} />}
      </Loaded>
    </NowPage>
  );
}

function Content({ consent, paths }: { consent: Schema<"ConsentDetail">; paths: Paths }) {
  const list = useListParams({ size: 10 });
  return (
    <div className="columns">
      <Parts
        label="授权内容"
        parts={[
          {
            key: "scopes",
            title: "开放的资料",
            content: (
              <>
                <Scopes consent={consent} />
                <Card title="授权信息">
                  <Facts consent={consent} order={paths.order} />
                </Card>
              </>
            ),
          },
          {
            key: "log",
            title: "访问记录",
            content: <AccessLog list={list} order={consent.order_id} />,
          },
        ]}
      />
      <div className="stack">
        <Card title="同一对接单的授权">
          <History consent={consent} link={paths.consent} />
        </Card>
        <Card title="变更记录">
          <Timeline items={consent.timeline} />
        </Card>
      </div>
    </div>
  );
}

function Scopes({ consent }: { consent: Schema<"ConsentDetail"> }) {
  const tiers = useQuery(tiersQuery);
  const fields = (scope: string) => tiers.data?.consented.find((row) => row.scope === scope)?.fields ?? [];
  const held = consent.state === "active";
  if (tiers.isPending) return <Skeleton rows={6} />;
  return (
    <Card title={held ? "现在开放的资料" : "曾经开放的资料"}>
      <dl className={styles.tierScopes}>
        {consent.scopes.map((scope) => (
          <div key={scope}>
            <dt>{CONSENT_SCOPE[scope]}</dt>
            <dd>
              {fields(scope)
                .map((field) => fieldText(field))
                .join("、")}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Facts({ consent, order }: { consent: Schema<"ConsentDetail">; order: (id: string) => string }) {
  return (
    <Descriptions
      columns={2}
      items={[
        {
          label: "对接单",
          value: (
            <Link className="tall-link" to={order(consent.order_id)}>
              {consent.order_no}
            </Link>
          ),
        },
        { label: "使用目的", value: consent.purpose, wide: true },
        { label: "授权时间", value: <DateText value={consent.granted_at} mode="time" /> },
        { label: "有效期至", value: <DateText value={consent.expires_at} mode="time" /> },
        { label: "签署人", value: consent.signer },
        { label: "签署方式", value: textOf(SIGNING_METHOD, consent.method) },
        { label: "授权书版本", value: `第 ${consent.text_version} 版` },
        {
          label: "授权书摘要值",
          value: (
            <span className="mono" title={consent.text_hash}>
              {consent.text_hash.slice(0, 16)}…
            </span>
          ),
        },
        ...(consent.order_ended_at
          ? [{ label: "对接结束时间", value: <DateText value={consent.order_ended_at} mode="time" /> }]
          : []),
        ...(consent.revoked_at
          ? [
              { label: "撤回时间", value: <DateText value={consent.revoked_at} mode="time" /> },
              { label: "撤回原因", value: consent.revoke_reason, wide: true },
            ]
          : []),
      ]}
    />
  );
}

function History({ consent, link }: { consent: Schema<"ConsentDetail">; link: (id: string) => string }) {
  return (
    <ul className="link-list">
      {consent.history.map((one) => (
        <li key={one.id}>
          {one.id === consent.id ? (
            <strong>
              <DateText value={one.granted_at} mode="time" /> 签署（本授权）
            </strong>
          ) : (
            <Link to={link(one.id)}>
              <DateText value={one.granted_at} mode="time" />
              &nbsp;签署
            </Link>
          )}{" "}
          <StatusTag label={CONSENT_STATE[one.state]} />
        </li>
      ))}
    </ul>
  );
}
