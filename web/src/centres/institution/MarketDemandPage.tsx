/** One masked demand, and the offer that this institution can make for it. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useMe } from "@/api/session";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { MaskedDemand, MaskedProfile } from "@/features/demands/MaskedDemand";
import { marketDemandQuery } from "@/features/demands/queries";
import { wantedFigures } from "@/features/demands/wantedFigures";
import { productsQuery } from "@/features/products/queries";
import { DEMAND_STATE } from "@/labels/finance";
import { maskedIndustry } from "@/labels/industries";
import { markRead } from "@/lib/readMarks";
import { useOpened } from "@/lib/useOpened";
import { Card } from "@/ui/Card";
import { lazyPart } from "@/ui/lazyPart";
import { type Now, NowPage, YOUR_TURN } from "@/ui/now/NowPage";
import { Loaded, Skeleton } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";

/** An equity demand, or an institution without a certificate: the other page than most see. */
const GrabForm = lazyPart(
  () => import("@/features/orders/grab/GrabForm").then((m) => m.GrabForm),
  <Skeleton rows={8} />,
);
const InvestForm = lazyPart(
  () => import("@/features/orders/grab/InvestForm").then((m) => m.InvestForm),
  <Skeleton rows={8} />,
);
const NotCertified = lazyPart(() => import("./NotCertified").then((m) => m.NotCertified));

export function MarketDemandPage() {
  const { id = "" } = useParams();
  const me = useMe();
  const { certified } = me.organization;
  const query = useQuery({ ...marketDemandQuery(id), enabled: certified });
  const demand = query.data;
  const opened = demand?.id;
  useEffect(() => {
    if (opened) markRead(me.account_id, "market", opened);
  }, [opened, me.account_id]);
  return (
    <NowPage
      title={demand ? `${maskedIndustry(demand)} · ${demand.no}` : "融资需求"}
      back={{ to: paths.institution.market, label: "需求市场" }}
      status={demand && <StatusTag label={DEMAND_STATE[demand.state]} />}
      now={demand && { ...nowOf(demand), figures: wantedFigures(demand) }}
    >
      {certified ? (
        <Loaded query={query} rows={10}>
          {(data) => <Demand demand={data} />}
        </Loaded>
      ) : (
        <NotCertified />
      )}
    </NowPage>
  );
}

/** What the institution may do with it; its own order says the rest on its own page. */
function nowOf({ mine, places_left: left }: Schema<"MarketDemand">): Now {
  if (mine?.state === "invited") return { turn: YOUR_TURN, next: "平台优先派给贵机构，请在时限内报价。" };
  if (mine && mine.state !== "passed") return { turn: { who: "企业" }, next: "贵机构已报价，进展见对接单。" };
  if (left > 0) return { next: `还有 ${left} 个名额，企业确认之前不显示企业名称。` };
  return { next: "对接名额已满。若有机构退出，名额会重新开放。" };
}

function Demand({ demand }: { demand: Schema<"MarketDemand"> }) {
  return (
    <div className="columns">
      <div className="stack">
        <MaskedDemand demand={demand} market />
        <MaskedProfile demand={demand} />
      </div>
      <Offer key={demand.id} demand={demand} />
    </div>
  );
}

/** As many products as a list of choices shows. */
const MOST = 100;

function useOwnProducts(kind: Schema<"FinancingKind">) {
  const { data } = useQuery(productsQuery({ state: "on_shelf", size: MOST }));
  const own = (data?.items ?? []).filter((product) => product.kind === kind);
  return own.map((product) => ({ value: product.id, label: product.content.name }));
}

function Offer({ demand }: { demand: Schema<"MarketDemand"> }) {
  const navigate = useNavigate();
  const toast = useToast();
  const grabbed = useCallback(
    (order: { id: string }) => {
      toast("报价已提交，请等待企业确认");
      navigate(paths.institution.order(order.id));
    },
    [navigate, toast],
  );
  // What the platform offered is taken by the same offer, and what was passed while everybody may.
  const dispatched = demand.mine?.state === "invited" || demand.mine?.state === "passed";
  const mine = dispatched ? null : demand.mine;
  const bidding = useOpened(!mine && demand.places_left > 0);
  const products = useOwnProducts(demand.kind);
  if (!bidding && mine)
    return (
      <Card title="我的报价">
        <p>贵机构已经对这项需求报过价。</p>
        {mine.order_id ? (
          <Link to={paths.institution.order(mine.order_id)}>查看对接单</Link>
        ) : (
          <p className="card-note">由其他分支机构的同事经办，您不能查看。</p>
        )}
      </Card>
    );
  if (!bidding)
    return (
      <Card title="抢单报价">
        <p className="notice tone-warn">该需求的对接名额已满。若有机构退出，名额会重新开放。</p>
      </Card>
    );
  return (
    <Card
      title={dispatched ? "接单报价" : "抢单报价"}
      extra={<span className="card-note">剩余 {demand.places_left} 个名额</span>}
    >
      {demand.kind === "equity" ? (
        <InvestForm demand={demand} products={products} onGrabbed={grabbed} />
      ) : (
        <GrabForm demand={demand} products={products} onGrabbed={grabbed} />
      )}
    </Card>
  );
}
