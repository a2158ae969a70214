/** 冲正: takes one entry of an organisation's points back by its opposite. */
import { api, unwrap } from "@/api/client";
import { CorrectionReasonIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { POINT_EVENT, pointsText } from "@/labels/points";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

type Props = {
  org: string;
  entry: Schema<"EntryView">;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function CorrectionDialog({ org, entry, onDone, onClose }: Props) {
  return (
    <ConfirmDialog
      title="冲正这条记录？"
      okText="冲正"
      danger
      reason={{ label: "冲正原因（该单位可见）", limit: CorrectionReasonIn.reason }}
      write={(reason, headers) =>
        unwrap(
          api.POST("/operator/points/organizations/{id}/entries/{number}/reverse", {
            params: { path: { id: org, number: entry.number } },
            body: { reason },
            headers,
          }),
        )
      }
      changes="points"
      onDone={() => onDone("已冲正并通知该单位")}
      onClose={onClose}
    >
      <p>
        将新增一条相反的记录抵销“{POINT_EVENT[entry.event]}”的 {pointsText(entry.points)} 分，原记录保留。
      </p>
    </ConfirmDialog>
  );
}
