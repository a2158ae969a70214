/** The loans of either side; institutions import repayments here. */
import { Button } from "antd";
import { useState } from "react";
import { paths } from "@/app/paths";
import { useCentre } from "@/centres/shell/useCentre";
import { LoanList } from "@/features/servicing/LoanList";
import type { LoanSide } from "@/features/servicing/queries";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { LOANS_TITLE } from "./loanWords";

const ReceiptSheetDialog = lazyPart(() =>
  import("@/features/servicing/ReceiptSheetDialog").then((m) => m.ReceiptSheetDialog),
);

const ABOUT: Record<LoanSide, string> = {
  institution: "已放款的贷款：登记还款、用途核查和结清，先到期的在前。",
  enterprise: "已放款的贷款和还款计划，先到期的在前。",
};

export function LoansPage() {
  const side = useCentre<LoanSide>();
  const [importing, setImporting] = useState(false);
  return (
    <>
      <PageHeader
        title={LOANS_TITLE[side]}
        description={ABOUT[side]}
        extra={
          side === "institution" && (
            <Button type="primary" onClick={() => setImporting(true)}>
              导入还款
            </Button>
          )
        }
      />
      <LoanList side={side} link={paths[side].loan} />
      {importing && <ReceiptSheetDialog onClose={() => setImporting(false)} />}
    </>
  );
}
