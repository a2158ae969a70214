/** The decision on a demand: publish with a redacted text, return with all defects, or refuse. */
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import type { IntentHeader } from "@/api/intent";
import { RefusalIn } from "@/api/limits.gen";
import { toProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { ReviewDecisions } from "@/features/reviews/ReviewDecisions";
import styles from "@/features/reviews/reviews.module.css";
import { DEMAND_DEFECTS } from "@/labels/defects";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";

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
  const [over, setOver] = useState(false);
  const publish = (_: string, headers: IntentHeader) => {
    onTextError(undefined);
    const body = { public_text: text.trim() };
    return unwrap(api.POST("/operator/demands/{id}/approve", { params, headers, body })).catch((error) => {
      onTextError(toProblem(error).errors.find(({ field }) => field === "public_text")?.message);
      throw error;
    });
  };
  const waiting = demand.state === "reviewing";
  const guard = useUnsavedGuard(waiting && changed && !over);
  return (
    <>
      <ReviewDecisions
        kind="demand"
        waiting={waiting}
        changes="demands"
        limit={RefusalIn.reason}
        notYet={text.trim() === "" && "请先填写对外展示文字"}
        approval={
          <>
            <p>
              通过后，需求先推送给最匹配的机构，之后向全部认证机构公开；没有合适机构的，直接进入需求市场。机构会看到下面这段文字，请再次确认其中没有能识别企业的内容：
            </p>
            <p className={styles.redactionOriginal}>{text}</p>
          </>
        }
        approve={publish}
        approved={({ demand: published }) =>
          published.state === "dispatched"
            ? "已通过，先推送给最匹配的机构，之后进入需求市场"
            : "已通过，需求已进入市场"
        }
        sendBack={{
          fields: DEMAND_DEFECTS,
          write: (defects, headers) =>
            unwrap(api.POST("/operator/demands/{id}/return", { params, headers, body: { defects } })),
        }}
        refuse={(reason, headers) =>
          unwrap(api.POST("/operator/demands/{id}/refuse", { params, headers, body: { reason } }))
        }
        onDecided={() => setOver(true)}
      />
      {guard}
    </>
  );
}
