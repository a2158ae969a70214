/** Everything that either side may do with a second credit. */
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { formatRate, moneyText } from "@/lib/money";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { FoldedActionBar } from "@/ui/FoldedActionBar";
import { splitActions } from "@/ui/splitActions";
import { useToast } from "@/ui/Toast";
import { ExtensionDialog } from "./ExtensionDialog";
import { ExtensionRefuseDialog } from "./ExtensionRefuseDialog";
import { SecondConfirmDialog } from "./SecondConfirmDialog";
import {
  confirmText,
  isEnding,
  SECOND_ENDINGS,
  SECOND_LOOKS,
  type SecondEnding,
  type SecondKey,
} from "./secondActions";
import { useSecondWrite } from "./secondQueries";

type Props = { side: Schema<"SecondSide">; second: Schema<"SecondCreditView"> };

export function SecondActions({ side, second }: Props) {
  const [open, setOpen] = useState<SecondKey | null>(null);
  const toast = useToast();
  const params = { path: { id: second.id } };
  const { version, decision } = second;
  const done = (text: string) => {
    setOpen(null);
    toast(text);
  };
  const signs = side === "enterprise";
  const agree = useSecondWrite(
    (_: undefined, headers) =>
      unwrap(api.POST("/institution/second-credits/{id}/confirm", { params, body: { version }, headers })),
    () => done("已同意二次授信"),
  );
  const accept = useSecondWrite(
    (_: undefined, headers) =>
      unwrap(api.POST("/enterprise/second-credits/{id}/accept", { params, body: { version }, headers })),
    () => done("已接受展期方案，到期日已更新"),
  );
  const end = useSecondWrite(
    ({ key, reason }: { key: SecondEnding; reason: string }, headers) => {
      const write = { params, body: { version, reason }, headers };
      if (key === "decline_offer")
        return unwrap(api.POST("/enterprise/second-credits/{id}/decline-offer", write));
      if (signs) return unwrap(api.POST(`/enterprise/second-credits/{id}/${key}`, write));
      return unwrap(api.POST(`/institution/second-credits/{id}/${key}`, write));
    },
    () => done(isEnding(open) ? SECOND_ENDINGS[open].done : "已处理"),
  );
  const close = () => {
    setOpen(null);
    for (const write of [agree, accept, end]) write.reset();
  };
  const { allowed, blocked } = splitActions<SecondKey>(SECOND_LOOKS, second.actions, setOpen);
  const dialog = { second, onDone: done, onClose: close };
  const ending = isEnding(open) ? SECOND_ENDINGS[open] : null;
  return (
    <>
      <FoldedActionBar allowed={allowed} blocked={blocked} />
      {signs && <SecondConfirmDialog {...dialog} open={open === "confirm"} />}
      {open === "approve" && <ExtensionDialog {...dialog} open />}
      {open === "refuse" && <ExtensionRefuseDialog {...dialog} open />}
      <ConfirmDialog
        open={!signs && open === "confirm"}
        title="同意二次授信？"
        okText="同意"
        pending={agree.isPending}
        problem={agree.error}
        onConfirm={() => agree.send(undefined)}
        onClose={close}
      >
        {confirmText(second.kind)}
      </ConfirmDialog>
      <ConfirmDialog
        open={open === "accept"}
        title="接受展期方案？"
        okText="接受"
        pending={accept.isPending}
        problem={accept.error}
        onConfirm={() => accept.send(undefined)}
        onClose={close}
      >
        {decision &&
          `贷款到期日改为 ${decision.until}，展期年利率 ${formatRate(decision.rate)}，费用 ${moneyText(decision.fee)}。接受后生效，不另外放款。`}
      </ConfirmDialog>
      <ConfirmDialog
        open={ending !== null}
        title={ending?.title ?? ""}
        okText={ending?.ok ?? "确定"}
        danger
        reason={{ label: "理由", min: 2, max: 500, placeholder: "对方会看到" }}
        pending={end.isPending}
        problem={end.error}
        onConfirm={(reason) => isEnding(open) && end.send({ key: open, reason })}
        onClose={close}
      >
        {open === "decline_offer"
          ? "贷款按原到期日执行，机构会收到通知。"
          : "本次申请结束，对方会收到通知；以后可以再次提出。"}
      </ConfirmDialog>
    </>
  );
}
