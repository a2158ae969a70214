/** Home of the back office: the review queue. */
import { ReviewQueue } from "@/features/reviews/ReviewQueue";
import { lazyPart, Room } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";

const QueueLoad = lazyPart(
  () => import("@/features/reviews/QueueLoad").then((m) => m.QueueLoad),
  <Room rem={24} />,
);

export function QueuePage() {
  return (
    <>
      <PageHeader title="审核工作台" description="各事项须在审核时限内办结。点事项名称进入审核。" />
      <ReviewQueue />
      <QueueLoad />
    </>
  );
}
