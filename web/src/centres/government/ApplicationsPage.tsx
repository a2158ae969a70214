/** 申请审核: what waits for the department, by its limit. */
import { paths } from "@/app/paths";
import { PoolTable } from "@/features/applications/review/PoolTable";
import { ConsultationTable } from "@/features/consultations/ConsultationTable";
import { PageHeader } from "@/ui/PageHeader";

export function ApplicationsPage() {
  return (
    <>
      <PageHeader
        title="申请审核"
        description="初审和复审由两个人办理，异议和申诉由第三人处理；查看申请会被记录。"
      />
      <PoolTable
        rowLink={paths.government.application}
        consultations={
          <ConsultationTable rowLink={(id) => `${paths.government.applications}/consultations/${id}`} />
        }
      />
    </>
  );
}
