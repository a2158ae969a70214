/** 投诉与异议 of either side. */
import { paths } from "@/app/paths";
import { useCentre } from "@/centres/shell/useCentre";
import { PartyComplaints } from "@/features/complaints/PartyComplaints";

const ABOUT = {
  enterprise: "对放款数据有异议、投诉机构、对评分或数据有异议，都在这里提出和跟进。",
  institution:
    "企业对贵机构的投诉和放款异议，以及贵机构提出的投诉和意见。涉及贵机构的，可在平台答复前说明情况。",
};

export function PartyComplaintsPage() {
  const side = useCentre<keyof typeof ABOUT>();
  return (
    <PartyComplaints
      create={paths[side].newComplaint}
      link={paths[side].complaint}
      description={ABOUT[side]}
    />
  );
}
