/** One block of a form with what it takes. */
import { Checkbox } from "antd";
import type { ReactNode } from "react";
import { waitingText } from "@/lib/forms/computed";
import type { Block, Form, Values } from "@/lib/forms/model";
import { calledText, valueText, wrongText } from "@/lib/forms/words";
import { ChoiceGroup } from "../ChoiceGroup";
import { CellInput } from "./CellInput";
import { type FieldContext, FieldFrame, noteIds, type Prefill } from "./FieldFrame";
import { fieldId } from "./fieldPlaces";
import styles from "./filler.module.css";
import { TableRows } from "./TableRows";

/** What a caller needs to draw the files of a block. */
export type FileSlot = {
  id: string;
  block: string;
  label: string;
  value: string[];
  onChange: (ids: string[]) => void;
  most: number;
  describedBy: string | undefined;
  invalid: boolean;
};

type Props = {
  form: Form;
  block: Block;
  value: unknown;
  /** What is submitted, for what is computed from it. */
  submitted: Values;
  prefill?: Prefill;
  remarks: readonly string[];
  context: FieldContext;
  files: (slot: FileSlot) => ReactNode;
  onChange: (value: unknown) => void;
};

const ids = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [];

export function BlockField(props: Props) {
  const { form, block, value, submitted, prefill, remarks, context, files, onChange } = props;
  const { input, label, required } = block;
  const path = `/${block.id}`;
  const id = fieldId(context.of, path);
  const defects = context.wrong(path);
  const wrong = wrongText(defects, value);
  if (input === "heading")
    return (
      <div className={styles.heading}>
        <h3 id={id} tabIndex={-1}>
          {calledText(block)}
        </h3>
        {block.help && <p className={styles.help}>{block.help}</p>}
      </div>
    );
  const described = noteIds(id, block, wrong.length > 0, prefill !== undefined);
  const frame = (children: ReactNode, group = false) => (
    <FieldFrame
      block={block}
      id={id}
      group={group}
      wrong={wrong}
      remarks={remarks}
      prefill={prefill}
      value={value}
      narrow={context.narrow}
      onRestore={onChange}
    >
      {children}
    </FieldFrame>
  );
  if ("table" in input)
    return frame(
      <TableRows
        input={input.table}
        label={label}
        path={path}
        value={value}
        onChange={onChange}
        context={context}
        describedBy={described}
      />,
      true,
    );
  if ("several" in input)
    return frame(
      <ChoiceGroup
        id={id}
        label={label}
        options={input.several.options.map(({ code, name }) => ({ value: code, label: name }))}
        value={ids(value)}
        onChange={onChange}
      />,
      true,
    );
  if ("file" in input)
    return frame(
      files({
        id,
        block: block.id,
        label,
        value: ids(value),
        onChange,
        most: input.file.max,
        describedBy: described,
        invalid: defects.length > 0,
      }),
      true,
    );
  if ("statement" in input)
    return frame(
      <>
        <p className={styles.statement}>{input.statement.text}</p>
        <Checkbox
          id={id}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={described}
        >
          我已阅读并同意
        </Checkbox>
      </>,
      true,
    );
  if ("computed" in input) {
    const waiting = waitingText(form, block, submitted);
    return frame(
      <output id={id} tabIndex={-1} className={styles.computed} aria-describedby={described}>
        {waiting === null ? (
          valueText(input, submitted[block.id])
        ) : (
          <span className={styles.range}>{waiting}</span>
        )}
      </output>,
    );
  }
  return frame(
    <CellInput
      input={input}
      value={value}
      onChange={onChange}
      control={{
        id,
        "aria-required": required || undefined,
        "aria-invalid": defects.length > 0 || undefined,
        "aria-describedby": described,
      }}
    />,
  );
}
