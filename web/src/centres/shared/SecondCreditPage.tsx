/** One second credit, for either side. */
import { useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { useCentre } from "@/centres/shell/useCentre";
import { SecondDetail } from "@/features/orders/secondCredit/SecondDetail";

export function SecondCreditPage() {
  const { id = "" } = useParams();
  const side = useCentre<Schema<"SecondSide">>();
  return <SecondDetail side={side} id={id} list={paths[side].secondCredits} orderPath={paths[side].order} />;
}
