/** 登记 LPR: one quote, or many from a sheet of lines. */
import { useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { LprCsvIn } from "@/api/limits.gen";
import { lprQuery } from "@/api/lpr";
import { FormDialog } from "@/ui/FormDialog";
import { inLines, SheetField } from "@/ui/SheetField";
import { useToast } from "@/ui/Toast";

export function LprDialog({ onClose }: { onClose: () => void }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title="登记 LPR"
      okText="保存"
      wide
      initialValues={{ csv: "公布日期,1年期,5年期以上\n" }}
      write={async ({ csv }: { csv: string }, headers) => {
        try {
          return await unwrap(api.POST("/operator/lpr", { body: { csv }, headers }));
        } catch (error) {
          throw inLines(error);
        }
      }}
      changes="lpr"
      onDone={(quotes) => {
        queryClient.setQueryData(lprQuery.queryKey, quotes);
        toast("已保存，随 LPR 浮动的产品利率正在更新");
        onClose();
      }}
      onClose={onClose}
    >
      <SheetField
        label="LPR 报价"
        extra="每行一期：公布日期,1 年期,5 年期以上，利率为百分数，例如 2026-11-20,3.00,3.50。同一日期以最后登记的为准。"
        max={LprCsvIn.csv.max}
        rows={6}
      />
    </FormDialog>
  );
}
