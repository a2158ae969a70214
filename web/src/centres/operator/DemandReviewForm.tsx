/** The decision on a demand: publish with a redacted text, return with all defects, or refuse. */
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { RedactionForm } from "@/features/reviews/RedactionForm";
import { ReturnDialog } from "@/features/reviews/ReturnDialog";
import { DEMAND_FIELDS } from "@/labels/fields";
import { ActionBar } from "@/ui/ActionBar";
import { Card } from "@/ui/Card";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useToast } from "@/ui/Toast";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";

type Dialog = "approve" | "return" | "refuse";

const INVALIDATE = [["demands"], ["reviews"]];

export function DemandReviewForm({ view }: { view: Schema<"OperatorDemandView"> }) {
  const { demand, enterprise } = view;
  const { version } = demand;
  const params = { path: { id: demand.id } };
  const before = demand.public_text ?? demand.use_text ?? "";
  const [text, setText] = useState(before);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const toast = useToast();
  const done = (message: string) => {
    setDialog(null);
    toast(message);
  };
  const approve = useIntent(
    (public_text: string, headers) =>
      unwrap(api.POST("/operator/demands/{id}/approve", { params, headers, body: { version, public_text } })),
    { invalidate: INVALIDATE, onSuccess: () => done("已通过，需求已进入市场") },
  );
  const giveBack = useIntent(
    (defects: Schema<"Defect">[], headers) =>
      unwrap(api.POST("/operator/demands/{id}/return", { params, headers, body: { version, defects } })),
    { invalidate: INVALIDATE, onSuccess: () => done("已退回补正，并通知企业") },
  );
  const refuse = useIntent(
    (reason: string, headers) =>
      unwrap(api.POST("/operator/demands/{id}/refuse", { params, headers, body: { version, reason } })),
    { invalidate: INVALIDATE, onSuccess: () => done("已驳回，并通知企业") },
  );
  const waiting = demand.state === "reviewing";
  const guard = useUnsavedGuard(waiting && text !== before);
  const close = () => {
    setDialog(null);
    for (const decision of [approve, giveBack, refuse]) decision.reset();
  };
  const textError = approve.error?.errors.find((error) => error.field === "public_text")?.message;
  const empty = text.trim() === "";
  return (
    <>
      <Card title="用途说明与对外展示文字">
        <RedactionForm
          original={demand.use_text}
          value={text}
          onChange={setText}
          identity={enterprise}
          error={textError}
          disabled={!waiting}
        />
        {waiting && (
          <ActionBar
            actions={[
              {
                key: "approve",
                label: "通过并发布",
                primary: true,
                disabled: empty,
                why: "请先填写对外展示文字",
                onClick: () => setDialog("approve"),
              },
              { key: "return", label: "退回补正", onClick: () => setDialog("return") },
              { key: "refuse", label: "不予通过", danger: true, onClick: () => setDialog("refuse") },
            ]}
          />
        )}
      </Card>
      <ConfirmDialog
        open={dialog === "approve"}
        title="通过并发布？"
        okText="通过并发布"
        pending={approve.isPending}
        problem={approve.error}
        onConfirm={() => approve.mutate(text.trim())}
        onClose={close}
      >
        <p>需求将立即进入需求市场，认证机构会看到下面这段文字。请再次确认其中没有能识别企业的内容：</p>
        <p className="redaction-original">{text}</p>
      </ConfirmDialog>
      <ReturnDialog
        open={dialog === "return"}
        fields={DEMAND_FIELDS}
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
        reason={{ label: "不予通过的原因", min: 10, placeholder: "企业会看到这段文字，请写明依据" }}
        pending={refuse.isPending}
        problem={refuse.error}
        onConfirm={(reason) => refuse.mutate(reason)}
        onClose={close}
      >
        该需求将结束，企业不能再修改。如只是内容有误，请选择“退回补正”。
      </ConfirmDialog>
      {guard}
    </>
  );
}
