/** Everything that either side may do with a second credit. */
import { api, ifMatch, unwrap } from "@/api/client";
import { ReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { formatRate, moneyText } from "@/lib/money";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";
import { confirmText, isEnding, SECOND_ENDINGS, SECOND_LOOKS, type SecondKey } from "./secondActions";

const ExtensionDialog = lazyPart(() => import("./ExtensionDialog").then((m) => m.ExtensionDialog));
const ExtensionRefuseDialog = lazyPart(() =>
  import("./ExtensionRefuseDialog").then((m) => m.ExtensionRefuseDialog),
);
const SecondConfirmDialog = lazyPart(() =>
  import("./SecondConfirmDialog").then((m) => m.SecondConfirmDialog),
);

type Props = { side: Schema<"SecondSide">; second: Schema<"SecondCreditView"> };

export function SecondActions({ side, second }: Props) {
  const { open, show, close, done } = useDialog<SecondKey>();
  const params = { path: { id: second.id }, header: ifMatch(second.version) };
  const { decision } = second;
  const signs = side === "enterprise";
  const { allowed, blocked } = splitActions<SecondKey>(SECOND_LOOKS, second.actions, show);
  const dialog = { second, onDone: done, onClose: close };
  const ending = isEnding(open) ? open : null;
  return (
    <>
      <NowActions allowed={allowed} blocked={blocked} />
      {signs && open === "confirm" && <SecondConfirmDialog {...dialog} />}
      {open === "approve" && <ExtensionDialog {...dialog} />}
      {open === "refuse" && <ExtensionRefuseDialog {...dialog} />}
      {!signs && open === "confirm" && (
        <ConfirmDialog
          title="同意二次授信？"
          okText="同意"
          write={(_, headers) =>
            unwrap(api.POST("/institution/second-credits/{id}/confirm", { params, headers }))
          }
          changes="second_credits"
          onDone={() => done("已同意二次授信")}
          onClose={close}
        >
          {confirmText(second.kind)}
        </ConfirmDialog>
      )}
      {open === "accept" && (
        <ConfirmDialog
          title="接受展期方案？"
          okText="接受"
          write={(_, headers) =>
            unwrap(api.POST("/enterprise/second-credits/{id}/accept", { params, headers }))
          }
          changes="second_credits"
          onDone={() => done("已接受展期方案，到期日已更新")}
          onClose={close}
        >
          {decision &&
            `贷款到期日改为 ${decision.until}，展期年利率 ${formatRate(decision.rate)}，费用 ${moneyText(decision.fee)}。接受后生效，不另外放款。`}
        </ConfirmDialog>
      )}
      {ending && (
        <ConfirmDialog
          title={SECOND_ENDINGS[ending].title}
          okText={SECOND_ENDINGS[ending].ok}
          danger
          reason={{ label: "理由", limit: ReasonIn.reason, placeholder: "对方会看到" }}
          write={(reason, headers) => {
            const write = { params, body: { reason }, headers };
            if (ending === "decline_offer")
              return unwrap(api.POST("/enterprise/second-credits/{id}/decline-offer", write));
            if (signs) return unwrap(api.POST(`/enterprise/second-credits/{id}/${ending}`, write));
            return unwrap(api.POST(`/institution/second-credits/{id}/${ending}`, write));
          }}
          changes="second_credits"
          onDone={() => done(SECOND_ENDINGS[ending].done)}
          onClose={close}
        >
          {ending === "decline_offer"
            ? "贷款按原到期日执行，机构会收到通知。"
            : "本次申请结束，对方会收到通知；以后可以再次提出。"}
        </ConfirmDialog>
      )}
    </>
  );
}
