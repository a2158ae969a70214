/** One notice of a changed policy, in the centre that it is opened in. */
import { useNavigate, useParams } from "react-router";
import { useMe } from "@/api/session";
import { paths } from "@/app/paths";
import { AdjustmentView } from "@/features/adjustments/AdjustmentView";

const { government, operator } = paths;

export function AdjustmentPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const { role } = useMe();
  return role === "operator" ? (
    <AdjustmentView viewer="operator" id={id} back={operator.adjustments} itemLink={paths.policy} />
  ) : (
    <AdjustmentView
      viewer="government"
      id={id}
      back={government.adjustments}
      itemLink={government.policy}
      onAgain={(from) => navigate(government.adjustmentAgain(from))}
    />
  );
}
