/** Editions of the classification of industries and of the rules of size. */
import { IndustryLookup } from "@/features/enterprises/IndustryLookup";
import { StandardTables } from "@/features/standards/StandardTables";
import { PageHeader } from "@/ui/PageHeader";

export function StandardsPage() {
  return (
    <>
      <PageHeader
        title="标准目录"
        description="行业分类和企业划型标准。国家标准修订后，在此导入新的版次，自生效日期起使用；企业规模按当日有效的版次判定。"
      />
      <StandardTables />
      <IndustryLookup />
    </>
  );
}
