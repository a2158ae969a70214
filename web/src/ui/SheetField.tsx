/** A sheet of lines in a form: typed, pasted from a table, or read from a file; the server names each line it cannot read. */
import { Button, Form, Upload } from "antd";
import TextArea from "antd/es/input/TextArea";
import { Problem } from "@/api/problem";
import { textOf } from "@/lib/textFile";
import { isWorkbook, textOfWorkbook } from "@/lib/workbook";
import { useToast } from "./Toast";

/** A sheet is a few kilobytes, as a workbook some more; a larger file is not one. */
const LARGEST = 512 * 1024;

type Props = { label: string; extra: string; max: number; rows?: number };

/** The field `csv` of the form around it. */
export function SheetField({ label, extra, max, rows = 12 }: Props) {
  const form = Form.useFormInstance<{ csv: string }>();
  const toast = useToast();
  const read = (file: File) => {
    if (file.size > LARGEST) toast("文件过大，请只保留需要导入的行");
    else
      file.arrayBuffer().then(async (bytes) => {
        const first = new Uint8Array(bytes);
        const csv = isWorkbook(first) ? await textOfWorkbook(bytes) : textOf(first);
        if (csv === null) toast("无法读取，请另存为 CSV 文件后再试");
        // As if it were typed: it is asked for before it is thrown away.
        else form.setFields([{ name: "csv", value: csv, touched: true, errors: [] }]);
      });
    // Nothing is uploaded: the text goes into the field.
    return false;
  };
  return (
    <>
      <Form.Item name="csv" label={label} extra={extra} rules={[{ required: true, message: "请填写内容" }]}>
        <TextArea rows={rows} spellCheck={false} className="mono" maxLength={max} />
      </Form.Item>
      <Form.Item>
        <Upload accept=".xlsx,.csv,.txt,.tsv,text/csv,text/plain" showUploadList={false} beforeUpload={read}>
          <Button>从 Excel 或 CSV 文件读取</Button>
        </Upload>
      </Form.Item>
    </>
  );
}

/** Faults as their lines stand in the sheet, whichever check found them. */
export const inOrder = <T extends { line: number }>(faults: readonly T[]): T[] =>
  [...faults].sort((a, b) => a.line - b.line);

/** `csv[3]` and its like become sentences at the field of the sheet. */
export function inLines(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const faults = error.errors.map(({ field, message }) => {
    const line = /^csv\[(\d+)\]$/.exec(field)?.[1];
    return line ? { line: Number(line), text: `第 ${line} 行：${message}` } : { line: 0, text: message };
  });
  const lines = inOrder(faults).map(({ text }) => text);
  const { status, code, detail, requestId } = error;
  const errors = lines.length > 0 ? [{ field: "csv", message: lines.join("；") }] : [];
  return new Problem({ status, code, detail, request_id: requestId ?? undefined, errors });
}
