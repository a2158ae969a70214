/** Where the desk begins: beside the queue what is first, on phones the queue itself. */
import { Link, useLocation } from "react-router";
import { paths } from "@/app/paths";
import { AdjustmentNotice } from "@/features/adjustments/AdjustmentNotice";
import { ReviewQueue } from "@/features/reviews/ReviewQueue";
import { useQueue } from "@/features/reviews/useQueue";
import { deskLink } from "@/features/reviews/useReviewDesk";
import { useIsWide } from "@/lib/useMedia";
import { DueText } from "@/ui/DueText";
import { lazyPart, Room } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState, Skeleton } from "@/ui/States";
import styles from "./queue.module.css";

const QueueLoad = lazyPart(
  () => import("@/features/reviews/QueueLoad").then((m) => m.QueueLoad),
  <Room rem={24} />,
);

export function QueuePage() {
  const wide = useIsWide();
  const { search } = useLocation();
  const link = (item: { link: string }) => `${deskLink(search, item.link).pathname}${search}`;
  return (
    <>
      <PageHeader title="审核工作台" description="各事项须在审核时限内办结，最先到期的排在前面。" />
      <AdjustmentNotice to={paths.operator.adjustments} />
      {wide ? <First link={link} /> : <ReviewQueue link={link} />}
      <QueueLoad />
    </>
  );
}

/** What is to be done now. */
function First({ link }: { link: (item: { link: string }) => string }) {
  const { query, state } = useQueue();
  const first = query.data?.items[0];
  if (!query.data) return query.isError ? null : <Skeleton rows={3} />;
  if (!first) {
    return (
      <section className="card" aria-label="现在要做什么">
        <EmptyState title="没有待审核的事项" hint="新的提交会出现在左侧的队列中。" />
      </section>
    );
  }
  const waiting = state === "waiting";
  return (
    <section className={`card ${styles.first}`} aria-label="现在要做什么">
      <p className={styles.kind}>
        {waiting ? "最先到期" : "最近一件"}：{first.kind_text}{" "}
        {first.due && <DueText due={first.due} short />}
      </p>
      <p className={styles.title}>{first.title}</p>
      <p className={styles.kind}>{first.organization_name}</p>
      <Link className={styles.start} to={link(first)}>
        {waiting ? "开始审核" : "查看"}
      </Link>
    </section>
  );
}
