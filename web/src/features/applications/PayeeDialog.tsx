/** Another account, while the money could not be paid to the one before. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import type { Payee } from "./content";
import { PayeeFields } from "./PayeeStep";

type Props = {
  detail: Schema<"ApplicationDetail">;
  onDone: () => void;
  onClose: () => void;
};

export function PayeeDialog({ detail, onDone, onClose }: Props) {
  return (
    <FormDialog<Payee>
      title="更正收款账户"
      okText="保存"
      initialValues={detail.content.payee}
      write={(body, headers) =>
        unwrap(
          api.PUT("/enterprise/applications/{id}/payee", {
            params: { path: { id: detail.id }, header: ifMatch(detail.version) },
            body,
            headers,
          }),
        )
      }
      changes="applications"
      onDone={onDone}
      onClose={onClose}
    >
      <PayeeFields within={[]} required />
    </FormDialog>
  );
}
