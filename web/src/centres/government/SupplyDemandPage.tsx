/** A demand for the government: what is wanted, what institutions did about it, and whose it is where a consent says so. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { MaskedDemand, MaskedProfile } from "@/features/demands/MaskedDemand";
import { MatchedOrders } from "@/features/demands/MatchedOrders";
import { supplyDemandQuery } from "@/features/demands/queries";
import { SupplyFirm } from "@/features/demands/SupplyFirm";
import { DEMAND_STATE } from "@/labels/finance";
import { moneyText } from "@/lib/money";
import { KeyFigures } from "@/ui/now/KeyFigures";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Count, DateText } from "@/ui/Values";

export function SupplyDemandPage() {
  const { id = "" } = useParams();
  const query = useQuery(supplyDemandQuery(id));
  return (
    <Loaded query={query} rows={10}>
      {(detail) => <Demand key={detail.id} detail={detail} />}
    </Loaded>
  );
}

function Demand({ detail }: { detail: Schema<"SupplyDemandDetail"> }) {
  const { demand, matched, orders } = detail;
  return (
    <>
      <PageHeader
        title={`融资需求 ${demand.no}`}
        status={<StatusTag label={DEMAND_STATE[demand.state]} />}
        back={{ to: paths.government.supply, label: "供需查询" }}
        description={
          <>
            <DateText value={detail.submitted_at} /> 提交
            {detail.direct && "，直接向机构申请产品，未在需求市场公开"}
          </>
        }
      />
      <KeyFigures
        figures={[
          { label: "融资金额", value: moneyText(demand.amount) },
          { label: "匹配机构", value: <Count value={matched.institutions} unit="家" /> },
          { label: "对接单", value: <Count value={matched.orders} unit="份" /> },
          {
            label: "已放款",
            value: detail.disbursed_amount > 0 ? moneyText(detail.disbursed_amount) : "尚未放款",
          },
        ]}
      />
      <MatchedOrders orders={orders} />
      <MaskedDemand demand={demand} />
      <SupplyFirm id={detail.id} mayName={detail.may_name} firmLink={paths.government.firm} />
      {!detail.direct && <MaskedProfile demand={demand} named={detail.may_name} />}
    </>
  );
}
