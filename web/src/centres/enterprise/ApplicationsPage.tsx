/** The own applications of policies. */
import { Link } from "react-router";
import { paths } from "@/app/paths";
import { ApplicationTable } from "@/features/applications/ApplicationTable";
import { PageHeader } from "@/ui/PageHeader";

export function ApplicationsPage() {
  const find = <Link to={paths.policies}>查看政策事项</Link>;
  return (
    <>
      <PageHeader
        title="政策申请"
        description="从填写到拨付的进展都在这里；需要补正时请在期限内提交。"
        extra={find}
      />
      <ApplicationTable rowLink={paths.enterprise.application} find={find} />
    </>
  );
}
