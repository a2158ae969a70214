/** One complaint of the enterprise, or about it. */
import { useParams } from "react-router";
import { paths } from "@/app/paths";
import { ComplaintPage as Page } from "@/features/complaints/ComplaintPage";
import { PartyActions } from "@/features/complaints/PartyActions";

export function ComplaintPage() {
  const { id = "" } = useParams();
  return (
    <Page
      desk="own"
      id={id}
      back={paths.enterprise.complaints}
      order={paths.enterprise.order}
      actions={(complaint) => <PartyActions complaint={complaint} />}
    />
  );
}
