/** One consent: what is open to whom until when, how it came about, and who looked. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { tiersQuery } from "@/api/tiers";
import type { Schema } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { CONSENT_STATE, SIGNING_METHOD } from "@/labels/consents";
import { fieldText } from "@/labels/fields";
import { CONSENT_SCOPE } from "@/labels/finance";
import { textOf } from "@/labels/label";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded, Skeleton } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { DateText } from "@/ui/Values";
import { WithActions } from "@/ui/WithActions";
import { AccessLog } from "./AccessLog";
import { ConsentActions } from "./ConsentActions";
import styles from "./consents.module.css";
import { consentQuery } from "./queries";

type Paths = { back: string; order: (id: string) => string; consent: (id: string) => string };
type Props = { id: string; paths: Paths; onRenewed: (id: string) => void };

export function ConsentPage({ id, paths, onRenewed }: Props) {
  const query = useQuery(consentQuery(id));
  const list = useListParams({ size: 10 });
  const consent = query.data;
  return (
    <>
      <PageHeader
        title={consent ? consent.institution_name : "数据授权"}
        status={consent && <StatusTag label={CONSENT_STATE[consent.state]} />}
        back={{ to: paths.back, label: "数据授权" }}
      />
      <Loaded query={query} rows={8}>
        {(data) => {
          const actions = <ConsentActions consent={data} onRenewed={onRenewed} />;
          return (
            <WithActions actions={actions}>
              <div className="columns">
                <div className="stack">
                  <Scopes consent={data} />
                  <Card title="授权信息">
                    <Facts consent={data} order={paths.order} />
                  </Card>
                </div>
                <div className="stack">
                  <Card title="同一对接单的授权">
                    <History consent={data} link={paths.consent} />
                  </Card>
                  <Card title="变更记录">
                    <Timeline items={data.timeline} />
                  </Card>
                </div>
              </div>
              <h2 className={styles.sectionTitle}>这张对接单的访问记录</h2>
              <AccessLog list={list} order={data.order_id} />
            </WithActions>
          );
        }}
      </Loaded>
    </>
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
