/** 数据授权: who may see what until when. */
import { paths } from "@/app/paths";
import { ConsentList } from "@/features/consents/ConsentList";
import { PageHeader } from "@/ui/PageHeader";

export function ConsentsPage() {
  return (
    <>
      <PageHeader
        title="数据授权"
        description="哪家机构可以看哪些资料、到什么时候，都在这里；可以随时撤回，也可以查看谁在什么时候看过。"
      />
      <ConsentList orderPath={paths.enterprise.order} />
    </>
  );
}
