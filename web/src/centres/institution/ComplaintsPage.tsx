/** 投诉与异议 of the institution. */
import { paths } from "@/app/paths";
import { PartyComplaints } from "@/features/complaints/PartyComplaints";

export function ComplaintsPage() {
  return (
    <PartyComplaints
      create={paths.institution.newComplaint}
      link={paths.institution.complaint}
      description="企业对贵机构的投诉和放款异议，以及贵机构提出的投诉和意见。涉及贵机构的，可在平台答复前说明情况。"
    />
  );
}
