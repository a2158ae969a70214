/** One complaint on the operator's desk. */
import { useParams } from "react-router";
import { RequirePermission } from "@/app/guards";
import { paths } from "@/app/paths";
import { ComplaintPage as Page } from "@/features/complaints/ComplaintPage";
import { OperatorActions } from "@/features/complaints/OperatorActions";

export function ComplaintPage() {
  const { id = "" } = useParams();
  return (
    <RequirePermission permission="complaints.handle">
      <Page
        desk="operator"
        id={id}
        back={paths.operator.complaints}
        actions={(complaint) => <OperatorActions complaint={complaint} />}
      />
    </RequirePermission>
  );
}
