/** The own demands. */
import { paths } from "@/app/paths";
import { DemandList } from "@/features/demands/DemandList";
import { PageHeader } from "@/ui/PageHeader";
import { PublishLink } from "./PublishLink";

export function DemandsPage() {
  return (
    <>
      <PageHeader
        title="融资需求"
        description="审核通过后向认证机构公开；您确认对接之前，机构看不到企业名称。"
        extra={<PublishLink />}
      />
      <DemandList rowLink={paths.enterprise.demand} publish={<PublishLink />} />
    </>
  );
}
