/** 免申即享名单 of the department. */
import { paths } from "@/app/paths";
import { AutomaticListTable } from "@/features/automatic/ListTable";
import { PageHeader } from "@/ui/PageHeader";

export function AutomaticPage() {
  return (
    <>
      <PageHeader
        title="免申即享"
        description="按条件和数据找出符合的企业，由他人核对后通知；企业确认账户和承诺后拨付，逾期未确认视为不享受。"
      />
      <AutomaticListTable rowLink={paths.government.automaticList} />
    </>
  );
}
