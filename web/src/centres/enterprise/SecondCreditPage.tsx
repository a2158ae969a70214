/** One second credit, for the enterprise. */
import { useParams } from "react-router";
import { paths } from "@/app/paths";
import { SecondDetail } from "@/features/orders/secondCredit/SecondDetail";

const { enterprise } = paths;

export function SecondCreditPage() {
  const { id = "" } = useParams();
  return (
    <SecondDetail side="enterprise" id={id} list={enterprise.secondCredits} orderPath={enterprise.order} />
  );
}
