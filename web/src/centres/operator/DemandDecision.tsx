/** The decision on a demand: publish with a redacted text, return with all defects, or refuse. */
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import type { IntentHeader } from "@/api/intent";
import { RefusalIn } from "@/api/limits.gen";
import { toProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import styles from "@/features/reviews/reviews.module.css";
import { DEMAND_DEFECTS } from "@/labels/fields";
import { DEFECTS, REFUSALS } from "@/labels/opinions";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useDecision } from "@/ui/desk/DeskContext";
import { ReviewBar } from "@/ui/desk/ReviewBar";
import { lazyPart } from "@/ui/lazyPart";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";

const ReturnDialog = lazyPart(() => import("@/features/reviews/ReturnDialog").then((m) => m.ReturnDialog));

type Dialog = "approve" | "return" | "refuse";

type Props = {
  demand: Schema<"DemandView">;
  /** For the market, as it stands in its field. */
  text: string;
  /** Whether somebody has changed it. */
  changed: boolean;
  /** What the server says of the text is shown beside it, too: it is corrected there. */
  onTextError: (message: string | undefined) => void;
};

export function DemandDecision({ demand, text, changed, onTextError }: Props) {
  const params = { path: { id: demand.id }, header: ifMatch(demand.version) };
  const { open, show, close, decided, deciding } = useDecision<Dialog>();
  const [over, setOver] = useState(false);
  const publish = deciding((_: string, headers: IntentHeader) => {
    onTextError(undefined);
    const body = { public_text: text.trim() };
    return unwrap(api.POST("/operator/demands/{id}/approve", { params, headers, body })).catch((error) => {
      onTextError(toProblem(error).errors.find(({ field }) => field === "public_text")?.message);
      throw error;
    });
  });
  const done = (said: string) => {
    setOver(true);
    decided(said);
  };
  const waiting = demand.state === "reviewing";
  const guard = useUnsavedGuard(waiting && changed && !over);
  return (
    <>
      <ReviewBar
        waiting={waiting}
        decisions={{
          approve: {
            label: "通过并发布",
            andNext: "通过并下一件",
            primary: true,
            disabled: text.trim() === "",
            why: "请先填写对外展示文字",
            onClick: () => show("approve"),
          },
          return: { label: "退回补正", onClick: () => show("return") },
          refuse: { label: "不予通过", danger: true, onClick: () => show("refuse") },
        }}
      />
      {open === "approve" && (
        <ConfirmDialog
          title="通过并发布？"
          okText="通过并发布"
          write={publish}
          changes="demands"
          onDone={({ demand: published }) =>
            done(
              published.state === "dispatched"
                ? "已通过，先推送给最匹配的机构，之后进入需求市场"
                : "已通过，需求已进入市场",
            )
          }
          onClose={close}
        >
          <p>
            通过后，需求先推送给最匹配的机构，之后向全部认证机构公开；没有合适机构的，直接进入需求市场。机构会看到下面这段文字，请再次确认其中没有能识别企业的内容：
          </p>
          <p className={styles.redactionOriginal}>{text}</p>
        </ConfirmDialog>
      )}
      {open === "return" && (
        <ReturnDialog
          fields={DEMAND_DEFECTS}
          canned={DEFECTS.demand}
          write={deciding((defects, headers) =>
            unwrap(api.POST("/operator/demands/{id}/return", { params, headers, body: { defects } })),
          )}
          changes="demands"
          onDone={() => done("已退回补正，并通知企业")}
          onClose={close}
        />
      )}
      {open === "refuse" && (
        <ConfirmDialog
          title="不予通过？"
          okText="不予通过并通知"
          danger
          reason={{
            label: "不予通过的原因",
            limit: RefusalIn.reason,
            placeholder: "企业会看到这段文字，请写明依据",
            canned: REFUSALS.demand,
          }}
          write={deciding((reason, headers) =>
            unwrap(api.POST("/operator/demands/{id}/refuse", { params, headers, body: { reason } })),
          )}
          changes="demands"
          onDone={() => done("已不予通过，并通知企业")}
          onClose={close}
        >
          该需求将结束，企业不能再修改。如只是内容有误，请选择“退回补正”。
        </ConfirmDialog>
      )}
      {guard}
    </>
  );
}
