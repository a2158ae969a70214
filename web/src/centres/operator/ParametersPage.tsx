/** The operator's parameters. */
import { ParameterList } from "@/features/parameters/ParameterList";
import { TextForms } from "@/features/parameters/TextForms";
import { PageHeader } from "@/ui/PageHeader";

export function ParametersPage() {
  return (
    <>
      <PageHeader title="平台参数" description="修改只对之后发生的业务生效，每次修改都记入审计日志。" />
      <div className="stack">
        <TextForms />
        <ParameterList />
      </div>
    </>
  );
}
