/** 企业分群: one card for each cluster. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { REVENUE_BAND, YEARS_BAND } from "@/labels/finance";
import { textOf } from "@/labels/label";
import { TITLE } from "@/labels/organizations";
import { formatShare, roughMoney } from "@/lib/money";
import { sharesOf } from "@/lib/shares";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { lazyPart, Room } from "@/ui/lazyPart";
import { EmptyState, Loaded } from "@/ui/States";
import { DateText } from "@/ui/Values";
import { firmsText, otherFirms, segmentsQuery } from "./network";

const SegmentCharts = lazyPart(
  () => import("./SegmentCharts").then((m) => m.SegmentCharts),
  <Room rem={25} phone={51} />,
);

export function Segments() {
  return (
    <Loaded query={useQuery(segmentsQuery)} rows={10}>
      {(view) => <SegmentList view={view} />}
    </Loaded>
  );
}

function SegmentList({ view }: { view: Schema<"SegmentsView"> }) {
  if (view.segments.length === 0)
    return (
      <Card>
        <EmptyState title="暂时没有分群" hint="填写了行业的企业达到一定数量后，系统自动分群，每天更新。" />
      </Card>
    );
  // Of all firms, those of small clusters with them.
  const shown = view.segments.map(({ firms }) => firms);
  const shares = sharesOf([...shown, Math.max(0, view.firms - shown.reduce((sum, firms) => sum + firms, 0))]);
  return (
    <div className="stack">
      <p className="card-note">
        <span className="num">{view.firms}</span> 家企业，分群于 <DateText value={view.at} mode="time" />
        ，各项数据截至当时。为避免辨认出个别企业，符合或不符合的企业过少时，该项不显示；金额按百万元取整。
        {view.others !== 0 && `另有${otherFirms(view.others)}所在的群过小，不单独列出。`}
      </p>
      <Card>
        <SegmentCharts segments={view.segments} />
      </Card>
      {view.segments.map((segment, index) => (
        <SegmentCard key={segment.label} segment={segment} share={shares[index] ?? 0} />
      ))}
    </div>
  );
}

function SegmentCard({ segment, share }: { segment: Schema<"Segment">; share: number }) {
  const { titles, revenue, years } = segment;
  const list = (items: { text: string; firms: number }[]): ReactNode =>
    items.length === 0 ? "不显示" : items.map(({ text, firms }) => `${text} ${firms} 家`).join("、");
  return (
    <Card title={`第 ${segment.label} 群：${segment.description}`}>
      <Descriptions
        items={[
          {
            label: "企业",
            value: (
              <span className="num">
                {segment.firms} 家，占 {formatShare(share)}
              </span>
            ),
          },
          { label: "发布过需求", value: firmsText(segment.with_demand) },
          { label: "获得贷款", value: firmsText(segment.lent) },
          { label: "获得股权融资", value: firmsText(segment.invested) },
          {
            label: "到账金额",
            value: <span className="num">{segment.paid === null ? "不显示" : roughMoney(segment.paid)}</span>,
          },
          {
            label: "资质",
            value: list(titles.map(({ title, firms }) => ({ text: textOf(TITLE, title), firms }))),
            wide: true,
          },
          {
            label: "年营业收入",
            value: list(revenue.map(({ band, firms }) => ({ text: textOf(REVENUE_BAND, band), firms }))),
            wide: true,
          },
          {
            label: "成立年限",
            value: list(years.map(({ band, firms }) => ({ text: textOf(YEARS_BAND, band), firms }))),
            wide: true,
          },
        ]}
      />
    </Card>
  );
}
