/** The registers that may be asked about the firm, each with its own authorisation. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { agreementQuery } from "@/api/agreements";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { REGISTER, REGISTER_NOTE, SOURCE_FAILURE } from "@/labels/profile";
import { formatDate, formatTime } from "@/lib/dates";
import { AgreementField } from "@/ui/AgreementField";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { FormDialog } from "@/ui/FormDialog";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";
import styles from "./registers.module.css";

type One = Schema<"RegisterView">;

export function RegisterList({ view }: { view: Schema<"VerificationView"> }) {
  return (
    <Card title="数据来源">
      <p className="card-note">
        {view.answered_by
          ? `每个来源单独授权，授权有效期十二个月，可随时撤回；未经授权不会查询。数据提供：${view.answered_by}。`
          : "平台暂未接入主管部门的数据来源。您可以在企业档案中上传材料，由平台审核人员核对。"}
      </p>
      <ul className={styles.registers}>
        {view.registers.map((one) => (
          <li key={one.register}>
            <Register one={one} connected={Boolean(view.answered_by)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Register({ one, connected }: { one: One; connected: boolean }) {
  const [open, setOpen] = useState<"authorize" | "revoke" | null>(null);
  const toast = useToast();
  const path = { path: { register: one.register } };
  const again = useIntent(
    (_: undefined, headers) =>
      unwrap(api.POST("/enterprise/verification/{register}/ask", { params: path, headers })),
    { changes: "profile", onSuccess: () => toast("已重新查询") },
  );
  return (
    <>
      <div className={styles.registerHead}>
        <strong>{REGISTER[one.register]}</strong>
        <StatusTag tone={one.holds ? "ok" : "neutral"}>
          {one.holds ? "已授权" : one.granted_at ? "授权已结束" : "未授权"}
        </StatusTag>
      </div>
      <p className="card-note">{REGISTER_NOTE[one.register]}</p>
      <RegisterFacts one={one} />
      <ProblemAlert problem={again.error} />
      <div className={styles.registerActions}>
        {one.holds ? (
          <>
            <Button loading={again.isPending} disabled={!connected} onClick={() => again.mutate(undefined)}>
              重新查询
            </Button>
            <Button onClick={() => setOpen("revoke")}>撤回授权</Button>
          </>
        ) : (
          <Button type="primary" disabled={!connected} onClick={() => setOpen("authorize")}>
            授权并查询
          </Button>
        )}
      </div>
      {open === "authorize" && <AuthorizeDialog register={one.register} onClose={() => setOpen(null)} />}
      {open === "revoke" && (
        <ConfirmDialog
          title={`撤回对${REGISTER[one.register]}的授权`}
          okText="撤回授权"
          danger
          write={(_reason, headers) =>
            unwrap(api.POST("/enterprise/verification/{register}/revoke", { params: path, headers }))
          }
          changes="profile"
          onDone={() => {
            toast("已撤回授权");
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        >
          撤回后平台不再查询这一来源；已取得的数据注明来源和日期后保留，到期后按未核验处理。
        </ConfirmDialog>
      )}
    </>
  );
}

function RegisterFacts({ one }: { one: One }) {
  if (!one.granted_at) return null;
  return (
    <>
      <p>
        {one.holds && one.expires_at && `授权至 ${formatDate(one.expires_at)}。`}
        {one.asked_at && `最近查询 ${formatTime(one.asked_at)}`}
        {one.as_of && `，数据截至 ${one.as_of}`}
      </p>
      {one.failure && (
        <p className="notice tone-warn">最近一次查询没有结果：{SOURCE_FAILURE[one.failure]}。</p>
      )}
      {one.faults.length > 0 && (
        <details className="folded-part">
          <summary>{one.faults.length} 项返回数据未采用</summary>
          <ul className="plain-list">
            {one.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function AuthorizeDialog({ register, onClose }: { register: Schema<"Register">; onClose: () => void }) {
  const agreement = useQuery(agreementQuery("data_verification"));
  const toast = useToast();
  return (
    <FormDialog
      title={`授权查询：${REGISTER[register]}`}
      okText="签署并查询"
      wide
      signs="data_verification"
      write={(_values: object, headers, authorization_version) =>
        unwrap(
          api.POST("/enterprise/verification/{register}/authorize", {
            params: { path: { register } },
            body: { authorization_version },
            headers,
          }),
        )
      }
      changes="profile"
      onDone={() => {
        toast("已授权并查询");
        onClose();
      }}
      onClose={onClose}
    >
      <p className="notice tone-info dialog-text">将查询：{REGISTER_NOTE[register]}。</p>
      <AgreementField query={agreement} effect={`，授权平台查询本企业的${REGISTER[register]}信息`} />
    </FormDialog>
  );
}
