/** A form with what was filled in, as it is read: for the confirmation, for who reviews it, and for later. */
import type { ReactNode } from "react";
import type { Block, Form, Values } from "@/lib/forms/model";
import { calledText, valueText } from "@/lib/forms/words";
import { ScrollRegion } from "@/lib/ScrollRegion";
import styles from "./filler.module.css";

type Props = {
  form: Form;
  /** What was submitted, without what was hidden. */
  values: Values;
  hidden?: readonly string[];
  /** The files of a block. */
  files: (ids: readonly string[], block: string) => ReactNode;
  /** Said below a value: where it comes from. */
  note?: (block: string) => ReactNode;
  /** Said of a computed block that has no value yet, while somebody can still fill in what it lacks. */
  waiting?: (block: Block) => string | null;
};

export function FormReadout({ form, values, hidden = [], files, note, waiting }: Props) {
  return (
    <dl className={styles.readout}>
      {form.blocks
        .filter((block) => !hidden.includes(block.id))
        .map((block) =>
          block.input === "heading" ? (
            <div key={block.id} className={styles.readHeading}>
              <dt>{block.label}</dt>
            </div>
          ) : (
            <div key={block.id} className={"table" in block.input ? styles.readWide : undefined}>
              <dt>{calledText(block)}</dt>
              <dd>
                {waiting?.(block) || <ReadValue block={block} value={values[block.id]} files={files} />}
                {note?.(block.id)}
              </dd>
            </div>
          ),
        )}
    </dl>
  );
}

type ValueProps = Pick<Props, "files"> & { block: Block; value: unknown };

function ReadValue({ block: { id, label, input }, value, files }: ValueProps) {
  if (input === "heading") return null;
  const list = Array.isArray(value) ? value : [];
  if ("file" in input && list.length > 0) return files(list as string[], id);
  if (!("table" in input) || list.length === 0)
    return (
      <>
        {"statement" in input && <span className={styles.range}>{input.statement.text} </span>}
        <span className={styles.readText}>{valueText(input, value)}</span>
      </>
    );
  const { columns } = input.table;
  return (
    <ScrollRegion label={label} className={styles.scroll ?? ""}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column.id}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(list as Values[]).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was submitted does not move.
            <tr key={at}>
              {columns.map((column) => (
                <td key={column.id}>{valueText(column.input, row?.[column.id])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
