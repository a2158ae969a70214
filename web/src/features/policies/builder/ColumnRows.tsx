/** Columns of a table: each with its name, what its cells take, and whether they have to be filled in. */
import { Button, Checkbox } from "antd";
import Input from "antd/es/input/Input";
import { inputKind } from "@/lib/forms/kinds";
import { type Cell, type Column, MOST_COLUMNS, type TableInput } from "@/lib/forms/model";
import { calledText, INPUT_TEXT } from "@/lib/forms/words";
import { inserted, moved, useRowKeys, without } from "@/lib/useRowKeys";
import { NativeSelect } from "@/ui/NativeSelect";
import { CELL_KINDS, type CellKind, idFor, newCell, newColumn } from "./blocks";
import styles from "./builder.module.css";
import { CellSettings, Pair } from "./CellSettings";
import { Setting } from "./Setting";

const KINDS = CELL_KINDS.map((value) => ({ value, label: INPUT_TEXT[value] }));

type Props = {
  table: TableInput;
  onChange: (table: TableInput) => void;
  /** A column under another id, which formulas follow. */
  onRename: (table: TableInput, from: string, to: string) => void;
};

export function ColumnRows({ table, onChange, onRename }: Props) {
  const { columns } = table;
  const rows = useRowKeys(columns.length);
  const set = (next: Column[]) => onChange({ ...table, columns: next });
  const withColumn = (at: number, column: Column) =>
    columns.map((one, place) => (place === at ? column : one));
  const ids = (but: number) => columns.filter((_, at) => at !== but).map(({ id }) => id);
  const rename = (at: number, column: Column, from: string) =>
    onRename({ ...table, columns: withColumn(at, column) }, from, column.id);
  const relabel = (at: number, column: Column, label: string) => {
    const made = column.id === "" || column.id === idFor(column.label, "column", ids(at));
    rename(at, { ...column, label, id: made ? idFor(label, "column", ids(at)) : column.id }, column.id);
  };
  const move = (from: number, to: number) => {
    rows.move(from, to);
    set(moved(columns, from, to));
  };
  return (
    <fieldset className={styles.rows}>
      <legend>列（最多 {MOST_COLUMNS} 列）</legend>
      {columns.map((column, at) => (
        <fieldset key={rows.keys[at]} className={styles.column}>
          <legend>
            第 {at + 1} 列 {calledText(column)}
          </legend>
          <div className={styles.grid}>
            <Setting label="列名">
              {(id) => (
                <Input
                  id={id}
                  maxLength={100}
                  value={column.label}
                  onChange={(event) => relabel(at, column, event.target.value)}
                />
              )}
            </Setting>
            <Setting label="编码">
              {(id) => (
                <Input
                  id={id}
                  maxLength={60}
                  value={column.id}
                  onChange={(event) => rename(at, { ...column, id: event.target.value }, column.id)}
                />
              )}
            </Setting>
            <Setting label="填写类型">
              {(id) => (
                <NativeSelect<CellKind>
                  id={id}
                  options={KINDS}
                  value={inputKind(column.input) as CellKind}
                  onChange={(kind) => kind && set(withColumn(at, { ...column, input: newCell(kind) }))}
                />
              )}
            </Setting>
            <Checkbox
              checked={column.required ?? false}
              onChange={(event) => set(withColumn(at, { ...column, required: event.target.checked }))}
            >
              每行必填
            </Checkbox>
          </div>
          <CellSettings
            input={column.input}
            onChange={(input) => set(withColumn(at, { ...column, input: input as Cell }))}
          />
          <div className={styles.buttons}>
            <Button
              disabled={at === 0}
              onClick={() => move(at, at - 1)}
              aria-label={`前移第 ${at + 1} 列 ${column.label}`}
            >
              前移
            </Button>
            <Button
              disabled={at === columns.length - 1}
              onClick={() => move(at, at + 1)}
              aria-label={`后移第 ${at + 1} 列 ${column.label}`}
            >
              后移
            </Button>
            <Button
              onClick={() => {
                rows.remove(at);
                set(without(columns, at));
              }}
              aria-label={`删除第 ${at + 1} 列 ${column.label}`}
            >
              删除
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          type="dashed"
          disabled={columns.length >= MOST_COLUMNS}
          onClick={() => {
            rows.insert(columns.length);
            set(inserted(columns, columns.length, newColumn(columns)));
          }}
        >
          添加一列
        </Button>
      </div>
      <Pair
        least={["至少几行", table.min_rows ?? 0]}
        most={["最多几行（不填为 100 行）", table.max_rows ?? null]}
        unit="行"
        onLeast={(min) => onChange({ ...table, min_rows: min ?? 0 })}
        onMost={(max) => onChange({ ...table, max_rows: max ?? undefined })}
      />
    </fieldset>
  );
}
