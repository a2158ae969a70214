/** Approve, return and refuse a registration; certify, suspend and resume; take its picture away. Each with its dialog. */
import { api, ifMatch, unwrap } from "@/api/client";
import { CertifyIn, RefusalIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { certifiable } from "@/features/organizations/certifiable";
import { ReviewDecisions } from "@/features/reviews/ReviewDecisions";
import { REGISTRATION_DEFECTS } from "@/labels/defects";
import type { Action } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { useDialog } from "@/ui/useDialog";

const SuspendDialog = lazyPart(() => import("./SuspensionDialogs").then((m) => m.SuspendDialog));
const ResumeDialog = lazyPart(() => import("./SuspensionDialogs").then((m) => m.ResumeDialog));

const MarkDialog = lazyPart(() => import("./MarkDialog").then((m) => m.MarkDialog));

type Dialog = "certify" | "suspend" | "resume" | "mark";

export function OrganizationActions({ detail }: { detail: Schema<"OrganizationDetail"> }) {
  const { organization } = detail;
  const { open, show, close, done } = useDialog<Dialog>();
  const { id, version } = organization;
  const params = { path: { id }, header: ifMatch(version) };
  const waiting = organization.state === "reviewing";
  const certifyLabel = organization.certified ? "取消认证" : "通过认证";
  const others: Action[] = [];
  if (!waiting && certifiable(organization))
    others.push({
      key: "certify",
      label: certifyLabel,
      primary: !organization.certified,
      danger: organization.certified,
      disabled: organization.state !== "active",
      why: "单位通过注册审核后才能认证",
      onClick: () => show("certify"),
    });
  if (organization.mark && organization.certified && organization.state === "active")
    others.push({ key: "mark", label: "撤下标识", danger: true, onClick: () => show("mark") });
  if (organization.suspendable && organization.state === "active")
    others.push({ key: "suspend", label: "暂停使用", danger: true, onClick: () => show("suspend") });
  if (organization.state === "suspended")
    others.push({ key: "resume", label: "恢复使用", primary: true, onClick: () => show("resume") });
  const dialog = { organization, onDone: done, onClose: close };
  return (
    <>
      <ReviewDecisions
        kind="organization"
        waiting={waiting}
        changes="organizations"
        limit={RefusalIn.reason}
        approval={`${organization.name}的账号将立即开通，并收到通知。请确认单位名称和统一社会信用代码与登记信息一致。`}
        approve={(_, headers) =>
          unwrap(api.POST("/operator/organizations/{id}/approve", { params, headers }))
        }
        sendBack={{
          fields: REGISTRATION_DEFECTS,
          write: (defects, headers) =>
            unwrap(api.POST("/operator/organizations/{id}/return", { params, headers, body: { defects } })),
        }}
        refuse={(reason, headers) =>
          unwrap(api.POST("/operator/organizations/{id}/refuse", { params, headers, body: { reason } }))
        }
        others={others}
      />
      {open === "suspend" && <SuspendDialog {...dialog} />}
      {open === "resume" && <ResumeDialog {...dialog} />}
      {open === "mark" && organization.mark && <MarkDialog {...dialog} mark={organization.mark} />}
      {open === "certify" && (
        <ConfirmDialog
          title={`${certifyLabel}？`}
          okText={certifyLabel}
          danger={organization.certified}
          reason={
            organization.certified
              ? { label: "取消认证的原因", limit: { ...CertifyIn.reason, min: 2 } }
              : undefined
          }
          write={(reason, headers) =>
            unwrap(
              api.POST("/operator/organizations/{id}/certify", {
                params,
                headers,
                body: { certified: !organization.certified, reason: reason || null },
              }),
            )
          }
          changes="organizations"
          onDone={(after) => done(after.organization.certified ? "已完成认证" : "已取消认证")}
          onClose={close}
        >
          {organization.certified
            ? "取消后，该机构不能再查看需求市场和抢单，已在办的对接单不受影响。"
            : "认证后，该机构可以查看脱敏的融资需求并抢单。请确认已核验其业务资质。"}
        </ConfirmDialog>
      )}
    </>
  );
}
