/** Texts that users accept, and their versions. */
import { VersionList } from "@/features/agreements/VersionList";
import { PageHeader } from "@/ui/PageHeader";

export function AgreementsPage() {
  return (
    <>
      <PageHeader
        title="协议文本"
        description="用户注册、授权和使用平台时同意的协议。发布新版本后，相关用户须重新阅读并同意。"
      />
      <VersionList />
    </>
  );
}
