/** A list of a form whose rows are added and taken away. */
import { Button, Form } from "antd";
import type { ReactNode } from "react";
import styles from "./policies.module.css";

type Props = {
  name: string;
  legend: string;
  /** What a row is called. */
  one: string;
  most: number;
  /** What the first row counts as. */
  from?: number;
  fresh: object;
  children: (at: number) => ReactNode;
};

/** Rows of a list, each with a button that takes it away. */
export function Rows({ name, legend, one, most, from = 1, fresh, children }: Props) {
  return (
    <Form.List name={name}>
      {(rows, { add, remove }) => (
        <fieldset className={styles.rows}>
          <legend>{legend}</legend>
          {rows.map(({ key, name: at }) => (
            <fieldset className={styles.row} key={key}>
              <legend>
                {one} {at + from}
              </legend>
              {children(at)}
              <Button onClick={() => remove(at)} aria-label={`删除${one} ${at + from}`}>
                删除
              </Button>
            </fieldset>
          ))}
          {rows.length < most && (
            <div>
              <Button type="dashed" onClick={() => add(fresh)}>
                添加{one}
              </Button>
            </div>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}
