/** One second credit, for the institution. */
import { useParams } from "react-router";
import { paths } from "@/app/paths";
import { SecondDetail } from "@/features/orders/secondCredit/SecondDetail";

const { institution } = paths;

export function SecondCreditPage() {
  const { id = "" } = useParams();
  return (
    <SecondDetail side="institution" id={id} list={institution.secondCredits} orderPath={institution.order} />
  );
}
