/** Home of the back office: the review queue. */
import { ReviewQueue } from "@/features/reviews/ReviewQueue";
import { PageHeader } from "@/ui/PageHeader";

export function QueuePage() {
  return (
    <>
      <PageHeader title="审核工作台" description="各事项须在审核时限内办结。点事项名称进入审核。" />
      <ReviewQueue />
    </>
  );
}
