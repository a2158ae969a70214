/** 机构考核: the quarterly assessment of institutions. */
import { AssessmentTable } from "@/features/points/AssessmentTable";
import { PageHeader } from "@/ui/PageHeader";

export function AssessmentPage() {
  return (
    <>
      <PageHeader
        title="机构考核"
        description="各金融机构每季度的信用积分、响应、时限、转化和评价，由平台记录自动计算，列名旁有箭头的可以排序。"
      />
      <AssessmentTable />
    </>
  );
}
