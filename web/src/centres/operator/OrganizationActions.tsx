/** Approve, return, refuse, certify, suspend and resume, each with its dialog. */
import { useState } from "react";
import type { Schema } from "@/api/types";
import { certifiable } from "@/features/organizations/OrganizationList";
import { useOrganizationDecisions } from "@/features/organizations/useOrganization";
import { ReturnDialog } from "@/features/reviews/ReturnDialog";
import { REGISTRATION_FIELDS } from "@/labels/fields";
import { ORG_STATE } from "@/labels/organizations";
import { type Action, ActionBar } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useToast } from "@/ui/Toast";
import { SuspensionDialogs } from "./SuspensionDialogs";

type Dialog = "approve" | "return" | "refuse" | "certify" | "suspend" | "resume";

export function OrganizationActions({ detail }: { detail: Schema<"OrganizationDetail"> }) {
  const { organization } = detail;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const toast = useToast();
  const decisions = useOrganizationDecisions(organization.id, organization.version, (text) => {
    setDialog(null);
    toast(text);
  });
  const { approve, giveBack, refuse, certify, suspend, resume } = decisions;
  const close = () => {
    setDialog(null);
    for (const decision of Object.values(decisions)) decision.reset();
  };
  const waiting = organization.state === "reviewing";
  const why = `当前状态为“${ORG_STATE[organization.state].text}”，只有待审核的注册可以审核`;
  const certifyLabel = organization.certified ? "取消认证" : "通过认证";
  const actions: Action[] = waiting
    ? [
        { key: "approve", label: "审核通过", primary: true, onClick: () => setDialog("approve") },
        { key: "return", label: "退回补正", onClick: () => setDialog("return") },
        { key: "refuse", label: "不予通过", danger: true, onClick: () => setDialog("refuse") },
      ]
    : certifiable(organization)
      ? [
          {
            key: "certify",
            label: certifyLabel,
            primary: !organization.certified,
            danger: organization.certified,
            disabled: organization.state !== "active",
            why: "单位通过注册审核后才能认证",
            onClick: () => setDialog("certify"),
          },
        ]
      : organization.suspendable && ["active", "suspended"].includes(organization.state)
        ? []
        : [{ key: "approve", label: "审核通过", disabled: true, why, onClick: () => setDialog("approve") }];
  if (organization.suspendable && organization.state === "active")
    actions.push({ key: "suspend", label: "暂停使用", danger: true, onClick: () => setDialog("suspend") });
  if (organization.state === "suspended")
    actions.push({ key: "resume", label: "恢复使用", primary: true, onClick: () => setDialog("resume") });
  return (
    <>
      <ActionBar actions={actions} />
      <SuspensionDialogs
        organization={organization}
        open={dialog === "suspend" || dialog === "resume" ? dialog : null}
        suspend={suspend}
        resume={resume}
        onClose={close}
      />
      <ConfirmDialog
        open={dialog === "approve"}
        title="审核通过？"
        okText="通过并开通账号"
        pending={approve.isPending}
        problem={approve.error}
        onConfirm={() => approve.mutate(undefined)}
        onClose={close}
      >
        {organization.name}的账号将立即开通，并收到通知。请确认单位名称和统一社会信用代码与登记信息一致。
      </ConfirmDialog>
      <ReturnDialog
        open={dialog === "return"}
        fields={REGISTRATION_FIELDS}
        pending={giveBack.isPending}
        problem={giveBack.error}
        onConfirm={(defects) => giveBack.mutate(defects)}
        onClose={close}
      />
      <ConfirmDialog
        open={dialog === "refuse"}
        title="不予通过？"
        okText="不予通过并通知"
        danger
        reason={{ label: "不予通过的原因", min: 10, placeholder: "对方会看到这段文字，请写明依据" }}
        pending={refuse.isPending}
        problem={refuse.error}
        onConfirm={(reason) => refuse.mutate(reason)}
        onClose={close}
      >
        该注册将结束，对方不能再修改。如只是资料有误，请选择“退回补正”。
      </ConfirmDialog>
      <ConfirmDialog
        open={dialog === "certify"}
        title={`${certifyLabel}?`}
        okText={certifyLabel}
        danger={organization.certified}
        reason={organization.certified ? { label: "取消认证的原因", min: 2 } : undefined}
        pending={certify.isPending}
        problem={certify.error}
        onConfirm={(reason) => certify.mutate({ certified: !organization.certified, reason })}
        onClose={close}
      >
        {organization.certified
          ? "取消后，该机构不能再查看需求市场和抢单，已在办的对接单不受影响。"
          : "认证后，该机构可以查看脱敏的融资需求并抢单。请确认已核验其业务资质。"}
      </ConfirmDialog>
    </>
  );
}
