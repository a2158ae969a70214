/** Demands that nobody has answered, for the government. */
import { UnmatchedList } from "@/features/demands/UnmatchedList";
import { PageHeader } from "@/ui/PageHeader";

export function UnmatchedPage() {
  return (
    <>
      <PageHeader
        title="未匹配需求"
        description="公开后没有机构报价、或因此关闭的融资需求，不显示企业名称。"
      />
      <UnmatchedList />
    </>
  );
}
