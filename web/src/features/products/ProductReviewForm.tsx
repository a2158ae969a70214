/** The operator's decision on a version, and the end of a product's time on the shelf. */
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { ActionBar } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useToast } from "@/ui/Toast";
import { useProductWrite } from "./queries";

export type ReturnDialogProps = {
  open: boolean;
  pending: boolean;
  problem: ReturnType<typeof useProductWrite>["error"];
  onConfirm: (defects: Schema<"Defect">[]) => void;
  onClose: () => void;
};

type Dialog = "approve" | "return" | "refuse" | "force";

type Props = {
  view: Schema<"OperatorProductView">;
  /** The dialog that collects defects belongs to another feature. */
  returning: (props: ReturnDialogProps) => React.ReactNode;
};

type Decision = { to: Dialog; reason: string; defects: Schema<"Defect">[] };

export function ProductReviewForm({ view, returning }: Props) {
  const { product } = view;
  const { version } = product;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const toast = useToast();
  const params = { path: { id: product.id } };
  const decide = useProductWrite(
    ({ to, reason, defects }: Decision, headers) => {
      switch (to) {
        case "approve":
          return unwrap(api.POST("/operator/products/{id}/approve", { params, body: { version }, headers }));
        case "return":
          return unwrap(
            api.POST("/operator/products/{id}/return", { params, body: { version, defects }, headers }),
          );
        case "refuse":
          return unwrap(
            api.POST("/operator/products/{id}/refuse", { params, body: { version, reason }, headers }),
          );
        case "force":
          return unwrap(
            api.POST("/operator/products/{id}/force-off", { params, body: { version, reason }, headers }),
          );
      }
    },
    () => {
      setDialog(null);
      toast("已办理，机构会收到通知");
    },
  );
  const close = () => {
    setDialog(null);
    decide.reset();
  };
  const send = (to: Dialog, more: Partial<Decision> = {}) =>
    decide.send({ to, reason: "", defects: [], ...more });
  const waiting = product.version_state === "reviewing";
  const shelved = product.state === "on_shelf";
  const shared = { pending: decide.isPending, onClose: close };
  return (
    <>
      <ActionBar
        actions={[
          {
            key: "approve",
            label: "通过并上架",
            primary: true,
            disabled: !waiting,
            why: "没有待审核的版本",
            onClick: () => setDialog("approve"),
          },
          { key: "return", label: "退回补正", disabled: !waiting, onClick: () => setDialog("return") },
          {
            key: "refuse",
            label: "不予通过",
            danger: true,
            disabled: !waiting,
            onClick: () => setDialog("refuse"),
          },
          {
            key: "force",
            label: "平台下架",
            danger: true,
            disabled: !shelved,
            why: "产品未上架",
            onClick: () => setDialog("force"),
          },
        ]}
      />
      <ConfirmDialog
        {...shared}
        open={dialog === "approve"}
        title="通过并上架？"
        okText="通过并上架"
        problem={dialog === "approve" ? decide.error : null}
        onConfirm={() => send("approve")}
      >
        第 {product.latest} 版将替换现有的上架版本，立即向公众展示。已开始办理的对接单仍按原版本执行。
      </ConfirmDialog>
      {returning({
        ...shared,
        open: dialog === "return",
        problem: dialog === "return" ? decide.error : null,
        onConfirm: (defects) => send("return", { defects }),
      })}
      <ConfirmDialog
        {...shared}
        open={dialog === "refuse"}
        title="不予通过？"
        okText="不予通过并通知"
        danger
        reason={{ label: "不予通过的原因", min: 10 }}
        problem={dialog === "refuse" ? decide.error : null}
        onConfirm={(reason) => send("refuse", { reason })}
      >
        机构可以修改后作为新版本重新提交；已上架的旧版本不受影响。
      </ConfirmDialog>
      <ConfirmDialog
        {...shared}
        open={dialog === "force"}
        title="平台下架这个产品？"
        okText="下架并通知"
        danger
        reason={{ label: "下架原因", min: 10 }}
        problem={dialog === "force" ? decide.error : null}
        onConfirm={(reason) => send("force", { reason })}
      >
        下架后公众看不到此产品；机构须提交新版本并通过审核才能重新上架。正在办理的对接单不受影响。
      </ConfirmDialog>
    </>
  );
}
