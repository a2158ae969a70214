/** Rows of a table: beside one another with room, as cards without. A new row begins at its first cell. */
import { Button } from "antd";
import { useEffect, useRef } from "react";
import { type Column, MOST_ROWS, type TableInput, type Values } from "@/lib/forms/model";
import { rangeText, wrongText } from "@/lib/forms/words";
import { ScrollRegion } from "@/lib/ScrollRegion";
import { inserted, useRowKeys, without } from "@/lib/useRowKeys";
import { CellInput } from "./CellInput";
import type { FieldContext } from "./FieldFrame";
import { fieldId } from "./fieldPlaces";
import styles from "./filler.module.css";

type Props = {
  input: TableInput;
  label: string;
  path: string;
  value: unknown;
  onChange: (value: unknown) => void;
  context: FieldContext;
  describedBy: string | undefined;
};

const isRow = (json: unknown): json is Values =>
  typeof json === "object" && json !== null && !Array.isArray(json);

export function TableRows({ input, label, path, value, onChange, context, describedBy }: Props) {
  const rows = Array.isArray(value) ? value.map((row) => (isRow(row) ? row : {})) : [];
  const { keys, insert, remove } = useRowKeys(rows.length);
  const { columns } = input;
  const most = input.max_rows ?? MOST_ROWS;
  const id = fieldId(context.of, path);
  /** Where the keyboard goes on after rows have changed. */
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });
  const add = () => {
    insert(rows.length);
    wanted.current = fieldId(context.of, `${path}/${rows.length}/${columns[0]?.id}`);
    onChange(inserted(rows, rows.length, {}));
  };
  const drop = (at: number) => {
    remove(at);
    const left = rows.length - 1;
    wanted.current = left === 0 ? id : `${id}-${Math.min(at, left - 1)}-remove`;
    onChange(without(rows, at));
  };
  const change = (at: number, column: Column, next: unknown) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, [column.id]: next } : row)));
  const cell = (row: Values, at: number, column: Column) => (
    <Cell
      column={column}
      value={row[column.id]}
      place={`${label}第 ${at + 1} 行 ${column.label}`}
      path={`${path}/${at}/${column.id}`}
      context={context}
      onChange={(next) => change(at, column, next)}
    />
  );
  const removal = (at: number) => (
    <Button id={`${id}-${at}-remove`} aria-label={`删除“${label}”第 ${at + 1} 行`} onClick={() => drop(at)}>
      删除
    </Button>
  );
  const heading = (column: Column) => (
    <>
      {column.label}
      {column.required && (
        <span className={styles.must} aria-hidden="true">
          {" "}
          *
        </span>
      )}
    </>
  );
  return (
    <div>
      {rows.length > 0 &&
        (context.narrow ? (
          <ol className={styles.cards}>
            {rows.map((row, at) => (
              <li key={keys[at]} className={styles.card}>
                <strong>第 {at + 1} 行</strong>
                {columns.map((column) => (
                  <div key={column.id}>
                    <div className={styles.cellLabel} aria-hidden="true">
                      {heading(column)}
                    </div>
                    {cell(row, at, column)}
                  </div>
                ))}
                {removal(at)}
              </li>
            ))}
          </ol>
        ) : (
          <ScrollRegion label={label} className={styles.scroll ?? ""}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">行</th>
                  {columns.map((column) => (
                    <th scope="col" key={column.id}>
                      {heading(column)}
                      <span className={styles.range}>{rangeText(column.input)}</span>
                    </th>
                  ))}
                  <th scope="col">
                    <span className="visually-hidden">操作</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => (
                  <tr key={keys[at]}>
                    <th scope="row" className="num">
                      {at + 1}
                    </th>
                    {columns.map((column) => (
                      <td key={column.id}>{cell(row, at, column)}</td>
                    ))}
                    <td>{removal(at)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        ))}
      <Button
        id={id}
        type="dashed"
        onClick={add}
        disabled={rows.length >= most}
        aria-label={`添加一行：${label}`}
        aria-describedby={describedBy}
      >
        添加一行
      </Button>{" "}
      <span className={styles.range}>
        {rows.length >= most ? `已有 ${rows.length} 行，不能再添加` : `已有 ${rows.length} 行`}
      </span>
    </div>
  );
}

type CellProps = {
  column: Column;
  value: unknown;
  /** As who hears it knows it. */
  place: string;
  path: string;
  context: FieldContext;
  onChange: (value: unknown) => void;
};

function Cell({ column, value, place, path, context, onChange }: CellProps) {
  const id = fieldId(context.of, path);
  const defects = context.wrong(path);
  const wrong = wrongText(defects, value);
  return (
    <>
      <CellInput
        input={column.input}
        value={value}
        onChange={onChange}
        short
        control={{
          id,
          "aria-label": place,
          "aria-required": column.required || undefined,
          "aria-invalid": defects.length > 0 || undefined,
          "aria-describedby": wrong.length > 0 ? `${id}-wrong` : undefined,
        }}
      />
      {wrong.length > 0 && (
        <div id={`${id}-wrong`} className="input-note input-note-error">
          {wrong.join("；")}
        </div>
      )}
    </>
  );
}
