/** Background jobs and dead letters. */
import { JobList } from "@/features/jobs/JobList";
import { PageHeader } from "@/ui/PageHeader";

export function JobsPage() {
  return (
    <>
      <PageHeader
        title="后台任务"
        description="尚未完成的后台任务。反复失败的任务会停止，处理原因后可在此重试。"
      />
      <JobList />
    </>
  );
}
