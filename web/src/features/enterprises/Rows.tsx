/** Rows that are added and removed, each under a heading of its own; those that are filled in already are one line until opened. */
import { Button, Form } from "antd";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { ProfileValues } from "./profileValues";
import styles from "./rows.module.css";
import { fieldId } from "./sections";

type List = "finance" | "existing_loans" | "risks";
type Value<L extends List> = NonNullable<ProfileValues[L]>[number];

type Props<L extends List> = {
  name: L;
  word: string;
  most: number;
  /** What an added row begins with. */
  first: (rows: readonly Partial<Value<L>>[]) => object;
  /** A row in one line. */
  summary: (row: Value<L>) => string;
  children: (name: number) => ReactNode;
};

export function Rows<L extends List>({ name: list, word, most, first, summary, children }: Props<L>) {
  const form = Form.useFormInstance<ProfileValues>();
  // What is added later is there to be filled in.
  const later = useRef(false);
  useEffect(() => {
    later.current = true;
  }, []);
  return (
    <Form.List name={list}>
      {(rows, { add, remove }, { errors }) => (
        <div className="row-list" id={fieldId(list)}>
          {/* Of the list as a whole, such as a year that is there twice. */}
          {errors.length > 0 && (
            <p className="input-note input-note-error" role="alert">
              {errors}
            </p>
          )}
          {rows.map(({ key, name }) => (
            <Row
              key={key}
              path={[list, name]}
              title={`${word} ${name + 1}`}
              fresh={later.current}
              summary={summary as (row: unknown) => string}
              onRemove={() => remove(name)}
            >
              {children(name)}
            </Row>
          ))}
          {rows.length < most && (
            <Button onClick={() => add(first(form.getFieldValue(list) ?? []))}>添加{word}</Button>
          )}
        </div>
      )}
    </Form.List>
  );
}

type RowProps = {
  path: [List, number];
  title: string;
  fresh: boolean;
  summary: (row: unknown) => string;
  onRemove: () => void;
  children: ReactNode;
};

function Row({ path, title, fresh, summary, onRemove, children }: RowProps) {
  const form = Form.useFormInstance<ProfileValues>();
  const value = Form.useWatch(path, form);
  const [open, setOpen] = useState(fresh);
  const body = useId();
  const close = () =>
    form.validateFields([path] as never, { recursive: true }).then(
      () => setOpen(false),
      // What is wrong in it stays in sight.
      () => {},
    );
  return (
    <fieldset className="row-item">
      <legend>{title}</legend>
      {!open && <p className={styles.summary}>{value ? summary(value) : ""}</p>}
      <div id={body} className={open ? "form-grid" : `form-grid ${styles.folded}`}>
        {children}
      </div>
      <div className={styles.buttons}>
        <Button
          aria-expanded={open}
          aria-controls={body}
          aria-label={`${open ? "收起" : "修改"}${title}`}
          onClick={() => (open ? close() : setOpen(true))}
        >
          {open ? "收起" : "修改"}
        </Button>
        <Button onClick={onRemove} aria-label={`删除${title}`}>
          删除
        </Button>
      </div>
    </fieldset>
  );
}
