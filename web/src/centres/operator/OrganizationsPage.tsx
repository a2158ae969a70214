/** Organisations of all kinds. */
import { OrganizationList } from "@/features/organizations/OrganizationList";
import { PageHeader } from "@/ui/PageHeader";

export function OrganizationsPage() {
  return (
    <>
      <PageHeader title="单位管理" description="企业、金融机构、中介机构和政府部门的注册与认证情况。" />
      <OrganizationList />
    </>
  );
}
