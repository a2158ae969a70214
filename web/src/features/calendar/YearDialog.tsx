/** A year as a sheet of lines: typed, pasted, or read from a CSV file; the server reads it and names each line it cannot read. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Form, Upload } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { api, ifMatch, unwrap } from "@/api/client";
import { CalendarCsvIn, CalendarYearIn } from "@/api/limits.gen";
import { Problem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { textOf } from "@/lib/textFile";
import { FormDialog } from "@/ui/FormDialog";
import { WholeInput } from "@/ui/ScaledInput";
import { useToast } from "@/ui/Toast";
import { atLeast, between } from "@/ui/textRules";
import { calendarQuery } from "./queries";
import { sheetOf } from "./sheet";

type Props = { year?: Schema<"CalendarYear">; next: number; onClose: () => void };
type Values = { year: number; source: string; confirmed: boolean; csv: string };

/** A year's sheet is a few kilobytes. */
const LARGEST = 128 * 1024;

export function YearDialog({ year, next, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const toast = useToast();
  const queryClient = useQueryClient();
  const read = (file: File) => {
    if (file.size > LARGEST) toast("文件过大，请只上传一年的日期");
    else
      file.arrayBuffer().then((bytes) => {
        const csv = textOf(new Uint8Array(bytes));
        if (csv === null) toast("无法读取，请另存为 CSV 文件后再试");
        else form.setFieldsValue({ csv });
      });
    // Nothing is uploaded: the text goes into the field.
    return false;
  };
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
      <Form.Item
        name="csv"
        label="放假和调休日"
        extra="每行一天：日期,放假或上班,名称。可直接粘贴表格中的三列；没有列出的日期按周末计算。"
        rules={[{ required: true, message: "请填写日期" }]}
      >
        <TextArea rows={12} spellCheck={false} className="mono" maxLength={CalendarCsvIn.csv.max} />
      </Form.Item>
      <Form.Item>
        <Upload accept=".csv,.txt,.tsv,text/csv,text/plain" showUploadList={false} beforeUpload={read}>
          <Button>从 CSV 文件读取</Button>
        </Upload>
      </Form.Item>
      <Form.Item name="confirmed" valuePropName="checked">
        <Checkbox>已与国务院办公厅的放假通知核对一致</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

/** `csv[3]` and its like become sentences at the field of the sheet. */
function inLines(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const lines = error.errors.map(({ field, message }) => {
    const line = /^csv\[(\d+)\]$/.exec(field)?.[1];
    return line ? `第 ${line} 行：${message}` : message;
  });
  const { status, code, detail, requestId } = error;
  const errors = lines.length > 0 ? [{ field: "csv", message: lines.join("；") }] : [];
  return new Problem({ status, code, detail, request_id: requestId ?? undefined, errors });
}
