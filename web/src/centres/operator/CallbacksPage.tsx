import { paths } from "@/app/paths";
import { CallbackList } from "@/features/callbacks/CallbackList";
import { PageHeader } from "@/ui/PageHeader";

export function CallbacksPage() {
  return (
    <>
      <PageHeader
        title="满意度回访"
        description="放款后抽样电话回访企业，答复计入机构考核的回访满意率。查看号码会被记录。"
      />
      <CallbackList enterprise={paths.operator.organization} />
    </>
  );
}
