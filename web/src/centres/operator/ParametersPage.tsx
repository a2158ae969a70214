/** The operator's settings: numbers in a table, and what every page says of the platform. */
import { Link, useSearchParams } from "react-router";
import { paths } from "@/app/paths";
import { ParameterTable } from "@/features/parameters/ParameterTable";
import { TextForms } from "@/features/parameters/TextForms";
import { Parts } from "@/ui/now/Parts";
import { PageHeader } from "@/ui/PageHeader";

const TEXTS = "texts";

export function ParametersPage() {
  const [params] = useSearchParams();
  // What the audit trail calls the two writes.
  const action = params.get("part") === TEXTS ? "permissions.set_text" : "permissions.set_parameter";
  return (
    <>
      <PageHeader
        title="平台参数"
        description="修改只对之后发生的业务生效，每次修改都记入审计日志。"
        extra={<Link to={`${paths.operator.audit}?action=${action}`}>修改记录</Link>}
      />
      <Parts
        label="平台参数"
        parts={[
          { key: "numbers", title: "参数", content: <ParameterTable /> },
          { key: TEXTS, title: "平台信息", content: <TextForms /> },
        ]}
      />
    </>
  );
}
