/** 申请审核: what waits for the department, by its limit. */
import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/api/session";
import { paths } from "@/app/paths";
import { PoolTable } from "@/features/applications/review/PoolTable";
import { ConsultationTable } from "@/features/consultations/ConsultationTable";
import { consultationsQuery } from "@/features/consultations/queries";
import { PageHeader } from "@/ui/PageHeader";

export function ApplicationsPage() {
  const asks = useMe().permissions.includes("consultations.own");
  // Only how many there are is asked for.
  const asked = useQuery({ ...consultationsQuery({ page: 1, size: 1 }), enabled: asks }).data?.total;
  return (
    <>
      <PageHeader
        title="申请审核"
        description="初审和复审由两个人办理，异议和申诉由第三人处理；查看申请会被记录。"
      />
      <PoolTable
        rowLink={paths.government.application}
        asked={asked}
        consultations={
          <ConsultationTable rowLink={(id) => `${paths.government.applications}/consultations/${id}`} />
        }
      />
    </>
  );
}
