/** Take the picture of an organisation away from the pages that everybody opens. */
import { api, unwrap } from "@/api/client";
import { MarkRemovalIn } from "@/api/limits.gen";
import { markAddress } from "@/api/mark";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

type Props = {
  organization: Schema<"OrganizationView">;
  /** The picture, as it is seen. */
  mark: string;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function MarkDialog({ organization: { id, name }, mark, onDone, onClose }: Props) {
  return (
    <ConfirmDialog
      title={`撤下${name}的标识？`}
      okText="撤下标识"
      danger
      reason={{
        label: "撤下的原因",
        limit: { ...MarkRemovalIn.reason, min: 5 },
        placeholder: "该单位会收到这段文字",
      }}
      write={(reason, headers) =>
        unwrap(
          api.POST("/operator/organizations/{id}/mark/remove", {
            params: { path: { id } },
            headers,
            body: { file: mark, reason },
          }),
        )
      }
      changes="organizations"
      onDone={() => onDone("标识已撤下")}
      onClose={onClose}
    >
      <p>
        <img src={markAddress(id, mark)} alt="当前的标识" width={64} height={64} />
      </p>
      撤下后显示该单位的简称；该单位可以重新上传。
    </ConfirmDialog>
  );
}
