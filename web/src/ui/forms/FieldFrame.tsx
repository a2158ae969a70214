/** Around one block: its name, what it may hold, help beside it, where its value comes from, and what is wrong with it. */
import { Button } from "antd";
import type { ReactNode } from "react";
import type { Block, Defect } from "@/lib/forms/model";
import { calledText, rangeText, valueText } from "@/lib/forms/words";
import styles from "./filler.module.css";

/** A value that was filled in from what the platform knows. */
export type Prefill = { block: string; value: unknown; origin: string; date?: string | null };

/** What somebody asks to be corrected, at a JSON pointer into the values. */
export type Remark = { path: string; text: string };

/** What all blocks of a form share. */
export type FieldContext = {
  /** Beginning of the ids of its fields. */
  of: string;
  narrow: boolean;
  /** What is wrong at a path, as far as it is told yet. */
  wrong: (path: string) => Defect[];
};

type Props = {
  block: Block;
  id: string;
  /** Several controls, or none, so that the name is no label of one. */
  group?: boolean;
  wrong: readonly string[];
  remarks: readonly string[];
  prefill?: Prefill;
  value: unknown;
  narrow: boolean;
  onRestore: (value: unknown) => void;
  children: ReactNode;
};

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Ids of the texts that describe a field, for those who hear it. */
export const noteIds = (id: string, block: Block, wrong: boolean, prefilled: boolean): string | undefined =>
  [
    rangeText(block.input) && `${id}-range`,
    block.help && `${id}-help`,
    prefilled && `${id}-origin`,
    wrong && `${id}-wrong`,
  ]
    .filter(Boolean)
    .join(" ") || undefined;

export function FieldFrame(props: Props) {
  const { block, id, group = false, wrong, remarks, prefill, value, narrow, onRestore, children } = props;
  const range = rangeText(block.input);
  const name = (
    <>
      {calledText(block)}
      {block.required && (
        <>
          <span className={styles.must} aria-hidden="true">
            {" "}
            *
          </span>
          <span className="visually-hidden">（必填）</span>
        </>
      )}
    </>
  );
  const body = (
    <>
      {group ? (
        <legend className={styles.label}>{name}</legend>
      ) : (
        <label className={styles.label} htmlFor={id}>
          {name}
        </label>
      )}
      {range && (
        <div id={`${id}-range`} className={styles.range}>
          {range}
        </div>
      )}
      {remarks.map((text) => (
        <div key={text} className={styles.remark}>
          需补正：{text}
        </div>
      ))}
      {children}
      {prefill && <PrefillNote block={block} id={id} prefill={prefill} value={value} onRestore={onRestore} />}
      {wrong.length > 0 && (
        <div id={`${id}-wrong`} className="input-note input-note-error">
          {wrong.join("；")}
        </div>
      )}
    </>
  );
  const marked = wrong.length > 0 || remarks.length > 0 ? `${styles.main} ${styles.marked}` : styles.main;
  return (
    <div className={narrow ? styles.field : `${styles.field} ${styles.beside}`}>
      {group ? <fieldset className={marked}>{body}</fieldset> : <div className={marked}>{body}</div>}
      {block.help && (
        <p id={`${id}-help`} className={styles.help}>
          {block.help}
        </p>
      )}
    </div>
  );
}

type PrefillProps = Pick<Props, "block" | "id" | "value" | "onRestore"> & { prefill: Prefill };

function PrefillNote({ block, id, prefill, value, onRestore }: PrefillProps) {
  const changed = !same(value, prefill.value);
  const from = prefill.date ? `${prefill.origin} · ${prefill.date}` : prefill.origin;
  const was = valueText(block.input, prefill.value);
  return (
    <div className={styles.origin}>
      <span id={`${id}-origin`}>
        {changed ? <strong className={styles.changed}>已修改</strong> : "自动填入"}
        {changed ? `　${from} 为 ${was}` : `　${from}`}
      </span>
      {changed && (
        <Button
          size="small"
          onClick={() => onRestore(prefill.value)}
          aria-label={`恢复“${block.label}”为 ${was}`}
        >
          恢复
        </Button>
      )}
    </div>
  );
}
