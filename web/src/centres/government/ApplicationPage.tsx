/** One application under review: the decisions, what was handed in, the documents beside it. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { ApplicationDecisions } from "@/features/applications/review/ApplicationDecisions";
import { reviewedQuery } from "@/features/applications/review/queries";
import { usePoolDesk } from "@/features/applications/review/usePoolDesk";
import { APPLICATION_STATE } from "@/labels/applications";
import { from } from "@/lib/cameFrom";
import { formatDate } from "@/lib/dates";
import { dueWords } from "@/lib/dueWords";
import { moneyText } from "@/lib/money";
import { DeskProvider } from "@/ui/desk/DeskContext";
import { ReviewItem } from "@/ui/desk/ReviewItem";
import { lazyPart } from "@/ui/lazyPart";
import { KeyFigures } from "@/ui/now/KeyFigures";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";

// What is read comes at once, so that no part moves another.
const facts = () => import("@/features/applications/review/ReviewFacts");
const ReviewFacts = lazyPart(() => facts().then((m) => m.ReviewFacts));
const ReviewPapers = lazyPart(() => facts().then((m) => m.ReviewPapers));

const Consultations = lazyPart(() =>
  Promise.all([import("@/features/consultations/ConsultationsCard"), facts()]).then(
    ([m]) => m.ConsultationsCard,
  ),
);

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
  const asks = detail.actions.some(({ action, allowed }) => action === "pass_second" && allowed);
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
              extra={
                <Link
                  to={government.firm(detail.enterprise_id)}
                  state={from({ to: government.application(detail.id), label: "申请" })}
                >
                  企业全景
                </Link>
              }
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
            {detail.state === "second_review" && <Consultations application={detail.id} asks={asks} />}
            <ReviewPapers detail={detail} />
            {detail.state !== "second_review" && <Consultations application={detail.id} asks={false} />}
          </>
        }
      >
        <ReviewFacts detail={detail} link={government.application} />
      </ReviewItem>
      {help && <DeskHelp onClose={closeHelp} />}
    </DeskProvider>
  );
}
