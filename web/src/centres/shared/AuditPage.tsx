/** The audit trail, for the operator and the supervisor. */
import { AuditList } from "@/features/audit/AuditList";
import { PageHeader } from "@/ui/PageHeader";

export function AuditPage() {
  return (
    <>
      <PageHeader
        title="审计日志"
        description="登录、写入、拒绝访问和敏感查看均有记录，只可查看，不可修改。"
      />
      <AuditList />
    </>
  );
}
