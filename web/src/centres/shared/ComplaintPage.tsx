/** One complaint for its reader: of either side, of the operator, or of the government that it is copied to. */
import type { ReactNode } from "react";
import { useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { useCentre } from "@/centres/shell/useCentre";
import { ComplaintPage as Page } from "@/features/complaints/ComplaintPage";
import { OperatorActions } from "@/features/complaints/OperatorActions";
import { PartyActions } from "@/features/complaints/PartyActions";
import type { ComplaintViewer } from "@/features/complaints/queries";

type Reader = "enterprise" | "institution" | "operator" | "government";

const VIEWER: Record<Reader, ComplaintViewer> = {
  enterprise: "own",
  institution: "own",
  operator: "operator",
  government: "government",
};

const ORDER = { enterprise: paths.enterprise.order, institution: paths.institution.order };

function actionsOf(reader: Reader, complaint: Schema<"ComplaintView">): ReactNode {
  if (reader === "operator") return <OperatorActions complaint={complaint} />;
  // The supervisor confirms or sends back the answers to its own incidents only.
  return reader === "government" && !complaint.own ? null : <PartyActions complaint={complaint} />;
}

export function ComplaintPage() {
  const { id = "" } = useParams();
  const reader = useCentre<Reader>();
  return (
    <Page
      viewer={VIEWER[reader]}
      id={id}
      back={paths[reader].complaints}
      order={reader === "enterprise" || reader === "institution" ? ORDER[reader] : undefined}
      actions={(complaint) => actionsOf(reader, complaint)}
    />
  );
}
