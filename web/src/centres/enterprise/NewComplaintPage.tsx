/** The enterprise complains, disputes, objects or gives feedback. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { NewComplaintPage as Page } from "@/features/complaints/NewComplaintPage";
import { enterpriseOrdersQuery } from "@/features/orders/queries";
import { Loaded } from "@/ui/States";

const KINDS: Schema<"ComplaintKind">[] = ["disbursement", "institution", "objection", "feedback"];

export function NewComplaintPage() {
  const orders = useQuery(enterpriseOrdersQuery({ page: 1, size: 100 }));
  return (
    <Loaded query={orders} rows={6}>
      {(page) => (
        <Page
          title="提出投诉或异议"
          description="平台受理、核查后答复，每一步都会通知您。"
          kinds={KINDS}
          orders={page.items.map((order) => ({
            value: order.id,
            label: `${order.institution.name} · ${order.no}`,
            paid: order.state === "disbursed" || order.state === "closed",
          }))}
          back={paths.enterprise.complaints}
          made={paths.enterprise.complaint}
        />
      )}
    </Loaded>
  );
}
