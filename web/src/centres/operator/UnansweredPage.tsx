/** Demands that nobody has answered, for calls. */
import { UnansweredList } from "@/features/demands/UnansweredList";
import { PageHeader } from "@/ui/PageHeader";

export function UnansweredPage() {
  return (
    <>
      <PageHeader title="人工推介" description="公开后没有机构报价的需求，请联系机构和企业。" />
      <UnansweredList />
    </>
  );
}
