/** 政策事项 of the department, and what waits for the legal check. */
import { Button } from "antd";
import { useNavigate } from "react-router";
import { useMe } from "@/api/session";
import { paths } from "@/app/paths";
import { PolicyTable } from "@/features/policies/PolicyTable";
import { PageHeader } from "@/ui/PageHeader";

const { government } = paths;

export function PoliciesPage() {
  const navigate = useNavigate();
  const { permissions } = useMe();
  const write = (
    <Button type="primary" onClick={() => navigate(government.newPolicy)}>
      编写事项
    </Button>
  );
  return (
    <>
      <PageHeader
        title="政策事项"
        description="事项由编写人以外的人员核校后发布；已发布的版本不再改动，修改另成新版本。"
        extra={write}
      />
      <PolicyTable
        rowLink={government.policy}
        write={write}
        checks={permissions.includes("policies.check")}
      />
    </>
  );
}
