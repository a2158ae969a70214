/** Everything that can be set of one block. */
import { Checkbox } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import type { Fault } from "@/lib/forms/faults";
import { type FieldOf, namesOf, suits } from "@/lib/forms/kinds";
import type { Block, Form } from "@/lib/forms/model";
import { NativeSelect } from "@/ui/NativeSelect";
import { columnRenamed, relabelled, renamed } from "./blocks";
import styles from "./builder.module.css";
import { CellSettings } from "./CellSettings";
import { ColumnRows } from "./ColumnRows";
import { FormulaSettings } from "./FormulaSettings";
import { Setting } from "./Setting";
import { ShowWhen } from "./ShowWhen";

type Props = {
  form: Form;
  at: number;
  block: Block;
  fields: readonly FieldOf[];
  faults: readonly Fault[];
  /** The id of the field of its name, where a new block begins. */
  labelId: string;
  onChange: (form: Form) => void;
};

export function BlockSettings({ form, at, block, fields, faults, labelId, onChange }: Props) {
  const replaced = (next: Block): Form => ({
    blocks: form.blocks.map((one, place) => (place === at ? next : one)),
  });
  const set = (next: Partial<Block>) => onChange(replaced({ ...block, ...next }));
  const { input } = block;
  const title = input === "heading";
  const computed = !title && "computed" in input;
  const fitting = fields.filter((field) => suits(input, field.kind));
  const wrongFormula = faults.find(({ path }) => path.endsWith("/input/computed/formula"));
  const others = faults.filter((fault) => fault !== wrongFormula);
  return (
    <div className={styles.settings}>
      {others.length > 0 && (
        <ul className={styles.faults}>
          {others.map(({ path, text }) => (
            <li key={`${path}${text}`}>{text}</li>
          ))}
        </ul>
      )}
      <div className={styles.grid}>
        <div>
          <label className={styles.settingLabel} htmlFor={labelId}>
            {title ? "标题文字" : "名称"}
          </label>
          <Input
            id={labelId}
            maxLength={200}
            value={block.label}
            onChange={(event) => onChange(relabelled(form, at, event.target.value))}
          />
        </div>
        <Setting label="编码（由名称自动生成，可以修改）">
          {(id) => (
            <Input
              id={id}
              maxLength={60}
              spellCheck={false}
              autoCapitalize="none"
              value={block.id}
              onChange={(event) => onChange(renamed(form, at, event.target.value))}
            />
          )}
        </Setting>
      </div>
      <Setting label={title ? "说明（选填）" : "填写说明（选填，显示在旁边）"}>
        {(id) => (
          <TextArea
            id={id}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={1_000}
            value={block.help ?? ""}
            onChange={(event) => set({ help: event.target.value })}
          />
        )}
      </Setting>
      {!title && !computed && (
        <Checkbox
          checked={block.required ?? false}
          onChange={(event) => set({ required: event.target.checked })}
        >
          {"statement" in input ? "必须同意" : "必填"}
        </Checkbox>
      )}
      {!title && "statement" in input && (
        <Setting label="承诺的内容">
          {(id) => (
            <TextArea
              id={id}
              autoSize={{ minRows: 3, maxRows: 10 }}
              maxLength={5_000}
              value={input.statement.text}
              onChange={(event) => set({ input: { statement: { text: event.target.value } } })}
            />
          )}
        </Setting>
      )}
      {!title && "table" in input && (
        <ColumnRows
          table={input.table}
          onChange={(table) => set({ input: { table } })}
          onRename={(table, from, to) =>
            onChange(columnRenamed(replaced({ ...block, input: { table } }), at, from, to))
          }
        />
      )}
      {computed && (
        <FormulaSettings
          computed={input.computed}
          names={namesOf(form).filter((named) => named.block !== block.id)}
          fault={wrongFormula?.text}
          onChange={(next) => set({ input: { computed: next } })}
        />
      )}
      {!(title || computed || "statement" in input || "table" in input) && (
        <CellSettings input={input} onChange={(next) => set({ input: next })} />
      )}
      {fitting.length > 0 && (
        <Setting label="用平台已有的数据自动填入（选填）" note="企业可以修改，修改处会标明">
          {(id) => (
            <NativeSelect
              id={id}
              clearable
              placeholder="不自动填入"
              options={fitting.map(({ code, name }) => ({ value: code, label: name }))}
              value={block.prefill}
              onChange={(prefill) => set({ prefill: prefill ?? null })}
            />
          )}
        </Setting>
      )}
      <ShowWhen block={block} blocks={form.blocks} onChange={(show_when) => set({ show_when })} />
    </div>
  );
}
