/** One application under review: the decisions, what was handed in, the documents beside it. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { ApplicationDecisions } from "@/features/applications/review/ApplicationDecisions";
import { reviewedQuery } from "@/features/applications/review/queries";
import {
  AllFiles,
  Changes,
  Conditions,
  HandedIn,
  Objections,
  Opinions,
  SharedPapers,
} from "@/features/applications/review/ReviewFacts";
import { usePoolDesk } from "@/features/applications/review/usePoolDesk";
import { APPLICATION_STATE } from "@/labels/applications";
import { formatDate } from "@/lib/dates";
import { dueWords } from "@/lib/dueWords";
import { moneyText } from "@/lib/money";
import { Card } from "@/ui/Card";
import { DeskProvider } from "@/ui/desk/DeskContext";
import { ReviewItem } from "@/ui/desk/ReviewItem";
import { lazyPart } from "@/ui/lazyPart";
import { KeyFigures } from "@/ui/now/KeyFigures";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";

const DeskHelp = lazyPart(() => import("@/ui/desk/DeskHelp").then((m) => m.DeskHelp));

const { government } = paths;

export function ApplicationPage() {
  const { id = "" } = useParams();
  const query = useQuery(reviewedQuery(id));
  return (
    <Loaded query={query} rows={10}>
      {(detail) => <Review key={detail.id} detail={detail} />}
    </Loaded>
  );
}

function Review({ detail }: { detail: Schema<"ApplicationDetail"> }) {
  const places = { list: government.applications, item: government.application };
  const { desk, help, closeHelp } = usePoolDesk(detail, places);
  const granted = detail.amount ?? detail.computed;
  return (
    <DeskProvider value={desk}>
      <ReviewItem
        head={
          <>
            <PageHeader
              title={detail.enterprise}
              description={`${detail.title} · ${detail.no ?? ""}`}
              status={<StatusTag label={APPLICATION_STATE[detail.state]} />}
              back={desk.back}
            />
            <KeyFigures
              figures={[
                {
                  label: detail.amount ? "核定金额" : "测算金额",
                  value: detail.pays ? moneyText(granted) : "不涉及资金",
                },
                {
                  label: "办理时限",
                  // As text: a tag would not wrap on a phone.
                  value: detail.due ? dueWords(detail.due.days_left).text : "—",
                  late: (detail.due?.days_left ?? 0) < 0,
                },
                { label: "经办人", value: detail.mine ? "您" : (detail.claimed_by ?? "待领取") },
                {
                  label: "提交",
                  value: `第 ${detail.round} 次`,
                  note: formatDate(detail.submitted_at),
                },
              ]}
            />
          </>
        }
        bar={<ApplicationDecisions detail={detail} />}
        beside={
          <>
            <AllFiles detail={detail} />
            <Opinions detail={detail} />
            <Card title="办理进展">
              <Timeline items={detail.timeline} />
            </Card>
          </>
        }
      >
        {detail.reason && <p className="notice tone-warn">{detail.reason}</p>}
        <Objections detail={detail} />
        <SharedPapers detail={detail} link={government.application} />
        <Changes detail={detail} />
        <Conditions detail={detail} />
        <HandedIn detail={detail} />
      </ReviewItem>
      {help && <DeskHelp onClose={closeHelp} />}
    </DeskProvider>
  );
}
