/** A year as a sheet of lines: typed, pasted, or read from a CSV file; the server reads it and names each line it cannot read. */
import { useQueryClient } from "@tanstack/react-query";
import { Checkbox, Form } from "antd";
import Input from "antd/es/input/Input";
import { api, ifMatch, unwrap } from "@/api/client";
import { CalendarCsvIn, CalendarYearIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import { WholeInput } from "@/ui/ScaledInput";
import { inLines, SheetField } from "@/ui/SheetField";
import { useToast } from "@/ui/Toast";
import { atLeast, between } from "@/ui/textRules";
import { calendarQuery } from "./queries";
import { sheetOf } from "./sheet";

type Props = { year?: Schema<"CalendarYear">; next: number; onClose: () => void };
type Values = { year: number; source: string; confirmed: boolean; csv: string };

export function YearDialog({ year, next, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const toast = useToast();
  const queryClient = useQueryClient();
  return (
    <FormDialog
      wide
      title={year ? `修改 ${year.year} 年的安排` : "新增年份"}
      form={form}
      initialValues={
        year
          ? { year: year.year, source: year.source, confirmed: year.confirmed, csv: sheetOf(year.days) }
          : { year: next, confirmed: false, csv: sheetOf([]) }
      }
      okText="保存"
      write={async ({ year: number, source, confirmed, csv }: Values) => {
        const days = await unwrap(api.POST("/operator/calendar/read-csv", { body: { csv } })).catch(
          (error) => {
            throw inLines(error);
          },
        );
        const body = { confirmed, source, days };
        return unwrap(
          api.PUT("/operator/calendar/{year}", {
            params: { path: { year: number }, header: ifMatch(year?.version ?? 0) },
            body,
          }),
        );
      }}
      onDone={(years) => {
        queryClient.setQueryData(calendarQuery.queryKey, years);
        toast("已保存，之后开始的时限按新安排计算");
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item
        name="year"
        label="年份"
        rules={[{ required: true, message: "请填写年份" }, between(2025, 2060)]}
      >
        <WholeInput unit="年" digits={4} disabled={!!year} />
      </Form.Item>
      <Form.Item
        name="source"
        label="来源"
        rules={[
          { required: true, whitespace: true, message: "请填写来源" },
          atLeast(CalendarYearIn.source.min),
        ]}
      >
        <Input
          maxLength={CalendarYearIn.source.max}
          placeholder="例如：国务院办公厅关于某年部分节假日安排的通知（文号）"
        />
      </Form.Item>
      <SheetField
        label="放假和调休日"
        extra="每行一天：日期,放假或上班,名称。可直接粘贴表格中的三列；没有列出的日期按周末计算。"
        max={CalendarCsvIn.csv.max}
      />
      <Form.Item name="confirmed" valuePropName="checked">
        <Checkbox>已与国务院办公厅的放假通知核对一致</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
