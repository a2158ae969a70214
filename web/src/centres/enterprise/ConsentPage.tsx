/** One consent of the enterprise. */
import { useNavigate, useParams } from "react-router";
import { paths } from "@/app/paths";
import { ConsentPage as Page } from "@/features/consents/ConsentPage";

const { enterprise } = paths;

export function ConsentPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  return (
    <Page
      key={id}
      id={id}
      paths={{ back: enterprise.consents, order: enterprise.order, consent: enterprise.consent }}
      onRenewed={(signed) => navigate(enterprise.consent(signed), { replace: true })}
    />
  );
}
