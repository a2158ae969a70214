/** One complaint that is copied to the government; the supervisor confirms or sends back the answers to its own incidents. */
import { useParams } from "react-router";
import { RequirePermission } from "@/app/guards";
import { paths } from "@/app/paths";
import { ComplaintPage as Page } from "@/features/complaints/ComplaintPage";
import { PartyActions } from "@/features/complaints/PartyActions";

export function ComplaintPage() {
  const { id = "" } = useParams();
  return (
    <RequirePermission permission="complaints.oversee">
      <Page
        desk="government"
        id={id}
        back={paths.government.complaints}
        actions={(complaint) => (complaint.own ? <PartyActions complaint={complaint} /> : null)}
      />
    </RequirePermission>
  );
}
