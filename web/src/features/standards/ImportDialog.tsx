/** 导入新版次: a sheet with its day and source; what it would change is shown first. */
import { useQueryClient } from "@tanstack/react-query";
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { EditionIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { FormDialog } from "@/ui/FormDialog";
import { inLines, SheetField } from "@/ui/SheetField";
import { atLeast } from "@/ui/textRules";
import { STANDARD, standardsQuery } from "./queries";

type Kind = Schema<"StandardKind">;
type Values = Schema<"EditionIn">;
type Preview = { of: string; effect: Schema<"EditionPreview"> };

const COLUMNS: Record<Kind, string> = {
  industries: "每行一个门类、大类、中类或小类：层级（1 至 4）,门类,代码,名称。门类和大类须与平台一致。",
  sizes:
    "每行一个行业：行业代码,划型指标,大型、中型、小型的界限（各两列，只有一项指标时第二列留空）,依据。人数以人、金额以万元为单位；现行标准中的行业须列全（可用门类、大类合并），不划型的写“不划型”。",
};

/** Which codes go, the first of them by name. */
function gone({ removed, removed_codes }: Preview["effect"]) {
  if (removed === 0) return "";
  return `（${removed_codes.join("、")}${removed > removed_codes.length ? " 等" : ""}）`;
}

type Props = { kind: Kind; onDone: (said: string) => void; onClose: () => void };

export function ImportDialog({ kind, onDone, onClose }: Props) {
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const typed = Form.useWatch<Values>([], form);
  const [preview, setPreview] = useState<Preview | null>(null);
  const shown = preview && preview.of === JSON.stringify(typed) ? preview.effect : null;
  return (
    <FormDialog<Values, Schema<"StandardEdition">[] | Preview>
      title={`导入${STANDARD[kind]}`}
      form={form}
      okText={shown ? "导入" : "查看影响"}
      wide
      initialValues={{ valid_from: todayIn(now()), source: "", csv: "" }}
      write={async (body, headers) => {
        const call = { params: { path: { standard: kind } }, body, headers };
        try {
          if (shown) return await unwrap(api.POST("/operator/standards/{standard}", call));
          const effect = await unwrap(api.POST("/operator/standards/{standard}/preview", call));
          return { of: JSON.stringify(body), effect };
        } catch (error) {
          throw inLines(error);
        }
      }}
      onDone={(out) => {
        if (!Array.isArray(out)) return setPreview(out);
        queryClient.setQueryData(standardsQuery.queryKey, out);
        onDone("已导入，自生效日期起使用");
      }}
      onClose={onClose}
    >
      <div className="form-grid">
        <Form.Item name="valid_from" label="生效日期" rules={[{ required: true, message: "请选择生效日期" }]}>
          <Input type="date" min={todayIn(now())} />
        </Form.Item>
        <Form.Item
          name="source"
          label="依据"
          rules={[{ required: true, whitespace: true, message: "请填写依据" }, atLeast(EditionIn.source.min)]}
        >
          <Input maxLength={EditionIn.source.max} placeholder="例如：某标准或文件（文号、日期）" />
        </Form.Item>
      </div>
      <SheetField label="内容" extra={COLUMNS[kind]} max={EditionIn.csv.max} />
      {shown && (
        <p className="notice tone-info dialog-text" role="status">
          {`共 ${shown.rows} 行：新增 ${shown.added} 行，减少 ${shown.removed} 行${gone(shown)}，变化 ${shown.changed} 行；`}
          {kind === "sizes"
            ? `生效后有 ${shown.enterprises} 家企业的规模会改变${shown.without_size > 0 ? `，其中 ${shown.without_size} 家将没有规模` : ""}。`
            : `有 ${shown.enterprises} 家企业的行业小类或其名称会改变。`}
          {shown.replaces && `同一生效日期已有待生效的版次（依据：${shown.replaces}），导入后将被替换。`}
        </p>
      )}
    </FormDialog>
  );
}
