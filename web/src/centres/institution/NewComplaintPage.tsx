/** The institution complains about the enterprise of an order, or gives feedback. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { NewComplaintPage as Page } from "@/features/complaints/NewComplaintPage";
import { institutionOrdersQuery } from "@/features/orders/queries";
import { orderState } from "@/labels/finance";
import { Loaded } from "@/ui/States";

const KINDS: Schema<"ComplaintKind">[] = ["enterprise", "feedback"];

export function NewComplaintPage() {
  const orders = useQuery(institutionOrdersQuery({ page: 1, size: 100 }));
  return (
    <Loaded query={orders} rows={6}>
      {(page) => (
        <Page
          title="提出投诉或意见"
          description="平台受理、核查后答复，每一步都会通知您。"
          kinds={KINDS}
          orders={page.items.map((order) => ({
            value: order.id,
            label: `${order.no} · ${orderState(order).text}`,
            paid: false,
          }))}
          back={paths.institution.complaints}
          made={paths.institution.complaint}
        />
      )}
    </Loaded>
  );
}
