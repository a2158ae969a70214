/** 投诉与异议 of the enterprise. */
import { paths } from "@/app/paths";
import { PartyComplaints } from "@/features/complaints/PartyComplaints";

export function ComplaintsPage() {
  return (
    <PartyComplaints
      create={paths.enterprise.newComplaint}
      link={paths.enterprise.complaint}
      description="对放款数据有异议、投诉机构、对评分或数据有异议，都在这里提出和跟进。"
    />
  );
}
