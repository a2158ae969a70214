/** Who may see what until when; each consent can be revoked, and its access log opened. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { ConsentView } from "@/api/types";
import { useListParams } from "@/api/useListParams";
import { CONSENT_SCOPE } from "@/labels/finance";
import { joinTexts } from "@/labels/label";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Descriptions } from "@/ui/Descriptions";
import { Pagination } from "@/ui/Pagination";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";
import { DateText } from "@/ui/Values";
import { AccessLog } from "./AccessLog";
import { consentState } from "./consentState";
import { consentsQuery } from "./queries";
import "./consents.css";

type Props = { orderPath: (id: string) => string };

export function ConsentList({ orderPath }: Props) {
  const list = useListParams();
  const toast = useToast();
  const query = useQuery(consentsQuery({ page: list.page, size: list.size }));
  const [revoking, setRevoking] = useState<ConsentView | null>(null);
  const revoke = useIntent(
    ({ id, reason }: { id: string; reason: string }, headers) =>
      unwrap(
        api.POST("/enterprise/consents/{id}/revoke", { params: { path: { id } }, body: { reason }, headers }),
      ),
    {
      invalidate: [["consents"], ["orders"]],
      onSuccess: () => {
        setRevoking(null);
        toast("已撤回授权");
      },
    },
  );
  return (
    <Loaded query={query} rows={6}>
      {(page) =>
        page.items.length === 0 ? (
          <Card>
            <EmptyState
              title="还没有数据授权"
              hint="您确认与某家机构对接时，会在那里选择开放哪些资料；之后可以在这里随时撤回。"
            />
          </Card>
        ) : (
          <>
            <ul className="consents">
              {page.items.map((consent) => (
                <ConsentCard
                  key={consent.id}
                  consent={consent}
                  orderPath={orderPath}
                  onRevoke={() => setRevoking(consent)}
                />
              ))}
            </ul>
            <Pagination
              page={list.page}
              size={page.size}
              total={page.total}
              capped={page.capped}
              onPage={list.setPage}
            />
            <ConfirmDialog
              open={revoking !== null}
              title="撤回授权？"
              okText="撤回授权"
              danger
              reason={{ label: "撤回原因", min: 2, max: 200 }}
              pending={revoke.isPending}
              problem={revoke.error}
              onConfirm={(reason) => revoking && revoke.mutate({ id: revoking.id, reason })}
              onClose={() => {
                setRevoking(null);
                revoke.reset();
              }}
            >
              {revoking &&
                `撤回后，${revoking.institution_name}立即不能再查看贵公司的资料；此前已合法取得的资料不受影响。对接单 ${revoking.order_no} 的办理可能因此中断。`}
            </ConfirmDialog>
          </>
        )
      }
    </Loaded>
  );
}

type CardProps = Props & { consent: ConsentView; onRevoke: () => void };

function ConsentCard({ consent, orderPath, onRevoke }: CardProps) {
  const [open, setOpen] = useState(false);
  return (
    <li className="card">
      <div className="card-head">
        <h2>{consent.institution_name}</h2>
        <StatusTag label={consentState(consent)} />
      </div>
      <Descriptions
        items={[
          { label: "开放范围", value: joinTexts(CONSENT_SCOPE, consent.scopes), wide: true },
          { label: "使用目的", value: consent.purpose, wide: true },
          {
            label: "对接单",
            value: (
              <Link className="tall-link" to={orderPath(consent.order_id)}>
                {consent.order_no}
              </Link>
            ),
          },
          { label: "授权时间", value: <DateText value={consent.granted_at} mode="time" /> },
          consent.revoked_at
            ? { label: "撤回时间", value: <DateText value={consent.revoked_at} mode="time" /> }
            : { label: "有效期至", value: <DateText value={consent.expires_at} mode="time" /> },
        ]}
      />
      <div className="consent-actions">
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "收起访问记录" : "查看访问记录"}
        </Button>
        {consent.active && (
          <Button danger onClick={onRevoke} aria-label={`撤回对${consent.institution_name}的授权`}>
            撤回授权
          </Button>
        )}
      </div>
      {open && <AccessLog consentId={consent.id} />}
    </li>
  );
}
