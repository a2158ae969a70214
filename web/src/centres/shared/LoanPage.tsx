/** One loan, for either side. */
import { useParams } from "react-router";
import { paths } from "@/app/paths";
import { useCentre } from "@/centres/shell/useCentre";
import { LoanDetail } from "@/features/servicing/LoanDetail";
import type { LoanSide } from "@/features/servicing/queries";
import { LOANS_TITLE } from "./loanWords";

export function LoanPage() {
  const { id = "" } = useParams();
  const side = useCentre<LoanSide>();
  return (
    <LoanDetail
      // Another loan opens with the page of its own plan.
      key={id}
      side={side}
      id={id}
      back={{ to: paths[side].loans, label: LOANS_TITLE[side] }}
      orderPath={paths[side].order}
    />
  );
}
