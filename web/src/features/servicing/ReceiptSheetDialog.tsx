/** 导入还款: many repayments from a sheet. What became of its lines is said below it, and it stays open for correction. */
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { ReceiptSheetIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import { inLines, inOrder, SheetField } from "@/ui/SheetField";
import { outcomeText } from "./receipts";

const HEADING = "借据号,还款日期,本金,利息,其他费用,流水号,类型\n";

export function ReceiptSheetDialog({ onClose }: { onClose: () => void }) {
  const [outcome, setOutcome] = useState<Schema<"SheetOutcome"> | null>(null);
  return (
    <FormDialog
      title="导入还款"
      okText={outcome ? "再次导入" : "导入"}
      cancelText={outcome ? "返回列表" : undefined}
      wide
      initialValues={{ csv: HEADING }}
      write={async ({ csv }: { csv: string }, headers) => {
        setOutcome(null);
        try {
          return await unwrap(api.POST("/institution/receipts", { body: { csv }, headers }));
        } catch (error) {
          throw inLines(error);
        }
      }}
      changes="servicing"
      onDone={setOutcome}
      onClose={onClose}
    >
      <SheetField
        label="还款记录"
        extra="每行一笔，金额单位为元，例如 JK202611001,2026-12-23,0,3166.67,,LS0001,按期。类型填按期或提前，不填为按期；流水号已登记过的行会跳过，改正后可整表再次导入。"
        max={ReceiptSheetIn.csv.max}
        rows={8}
      />
      {outcome && <Outcome outcome={outcome} />}
    </FormDialog>
  );
}

function Outcome({ outcome }: { outcome: Schema<"SheetOutcome"> }) {
  const faults = inOrder(outcome.faults);
  return (
    <div className={`notice form-note tone-${faults.length > 0 ? "warn" : "ok"}`} role="status">
      <strong>{outcomeText(outcome)}</strong>
      {faults.length > 0 && (
        <ul className="defect-list">
          {faults.map((fault) => (
            <li key={`${fault.line}-${fault.message}`}>
              第 {fault.line} 行：{fault.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
