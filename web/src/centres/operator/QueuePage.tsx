/** Home of the back office: the review queue. */
import { ReviewQueue } from "@/features/reviews/ReviewQueue";
import { PageHeader } from "@/ui/PageHeader";

export function QueuePage() {
  return (
    <>
      <PageHeader
        title="审核工作台"
        description="注册和融资需求须在 1 个工作日内办结。点事项名称进入审核。"
      />
      <ReviewQueue />
    </>
  );
}
