/** Registers that may be asked about the own firm: each authorised by itself, asked again, or no more. */
import { Button } from "antd";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { REGISTER, REGISTER_NOTE, SOURCE_FAILURE } from "@/labels/registers";
import { formatDate, formatTime } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { lazyPart } from "@/ui/lazyPart";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";
import styles from "./registers.module.css";

const AuthorizeDialog = lazyPart(() => import("./RegisterDialogs").then((m) => m.AuthorizeDialog));
const RevokeDialog = lazyPart(() => import("./RegisterDialogs").then((m) => m.RevokeDialog));

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
      {open === "revoke" && <RevokeDialog register={one.register} onClose={() => setOpen(null)} />}
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
