/** 导出: what a list shows by its filters, as CSV. The server notes each, and says nothing that needs a consent. */
import { Button } from "antd";
import { type IntentHeader, useIntent } from "@/api/intent";
import { useToast } from "./Toast";

/** A list as it leaves the platform. */
export type Sheet = { headings: readonly string[]; rows: readonly (readonly string[])[] };

type Props = {
  /** Name of the file, without the day and the ending. */
  name: string;
  /** Asks for all rows by the filters of the list. */
  make: (headers: IntentHeader) => Promise<Sheet>;
};

/** So many rows leave at once, as many as a list counts. */
const MOST = 1_000;

export function ExportButton({ name, make }: Props) {
  const toast = useToast();
  const run = useIntent(
    async (_: null, headers) => ({
      sheet: await make(headers),
      csv: await import("@/lib/csv"),
    }),
    {
      onSuccess: ({ sheet, csv }) => {
        const day = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
        csv.saveText(`${name}-${day}.csv`, csv.csvSheet(sheet.headings, sheet.rows));
        const { length } = sheet.rows;
        toast(length >= MOST ? "已导出前 1000 条，其余请用筛选缩小范围后导出" : `已导出 ${length} 条`);
      },
    },
  );
  return (
    <Button
      loading={run.isPending}
      onClick={() => run.mutate(null, { onError: (problem) => toast(problem.detail) })}
    >
      导出
    </Button>
  );
}
