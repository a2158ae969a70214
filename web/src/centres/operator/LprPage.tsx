/** The LPR, from which the rates of products and offers follow. */
import { LprTable } from "@/features/lpr/LprTable";
import { PageHeader } from "@/ui/PageHeader";

export function LprPage() {
  return (
    <>
      <PageHeader
        title="LPR"
        description="全国银行间同业拆借中心每月 20 日公布。登记新一期后，随 LPR 浮动的产品利率自动更新，并通知相关机构。"
      />
      <LprTable />
    </>
  );
}
