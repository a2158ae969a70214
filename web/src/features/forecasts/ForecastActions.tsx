/** What the department may do with a forecast now. */
import { api, ifMatch, unwrap } from "@/api/client";
import { ForecastReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { lazyPart } from "@/ui/lazyPart";
import { NowActions } from "@/ui/now/NowActions";
import { type Look, splitActions } from "@/ui/splitActions";
import { useDialog } from "@/ui/useDialog";

const LinkDialog = lazyPart(() => import("./LinkDialog").then((m) => m.LinkDialog));

type Detail = Schema<"ForecastDetail">;
type Key = Schema<"ForecastAction">["action"];

const LOOKS: Record<Key, Look> = {
  publish: { label: "发布预告", primary: true },
  edit: { label: "修改" },
  link: { label: "关联政策事项", primary: true },
  withdraw: { label: "撤销预告", danger: true },
};

/** Shortest reason for a withdrawal. */
const LEAST = 5;

export function ForecastActions({ forecast, onEdit }: { forecast: Detail; onEdit: () => void }) {
  const { open, show, close, done } = useDialog<Exclude<Key, "edit">>();
  const params = { path: { id: forecast.id }, header: ifMatch(forecast.version) };
  const { allowed, blocked } = splitActions(
    LOOKS,
    forecast.actions,
    (key) => (key === "edit" ? onEdit() : show(key)),
    [],
  );
  return (
    <>
      <NowActions allowed={allowed} blocked={blocked} />
      {open === "publish" && (
        <ConfirmDialog
          title="发布预告？"
          okText="发布"
          write={(_, headers) => unwrap(api.POST("/government/forecasts/{id}/publish", { params, headers }))}
          changes="forecasts"
          onDone={() => done("预告已发布")}
          onClose={close}
          of="ForecastContent"
          mend={{ label: "去补充和修改", go: onEdit }}
        >
          发布后所有人可见，企业可以订阅；之后仍可修改，改期时会提醒订阅的企业。
        </ConfirmDialog>
      )}
      {open === "withdraw" && (
        <ConfirmDialog
          title="撤销预告？"
          okText="撤销"
          danger
          reason={{
            label: "撤销的原因（企业可见）",
            required: true,
            limit: { min: LEAST, max: ForecastReasonIn.reason.max },
          }}
          write={(reason, headers) =>
            unwrap(api.POST("/government/forecasts/{id}/withdraw", { params, body: { reason }, headers }))
          }
          changes="forecasts"
          onDone={() => done("预告已撤销")}
          onClose={close}
        >
          撤销后不能恢复；订阅的企业会收到提醒和原因。
        </ConfirmDialog>
      )}
      {open === "link" && (
        <LinkDialog
          forecast={forecast}
          onDone={(state) =>
            done(state === "opened" ? "预告已转为政策事项" : "已关联，事项发布时预告自动转为事项")
          }
          onClose={close}
        />
      )}
    </>
  );
}
