/** The text of an agreement, and the tick of who has read it; its version is sent by the write that signs it. */
import type { UseQueryResult } from "@tanstack/react-query";
import { Checkbox, Form } from "antd";
import type { Schema } from "@/api/types";
import { AgreementBox } from "./AgreementBox";
import { Loaded } from "./States";

/** Name of the tick, which is not sent. */
export type Agreed = { agreed?: boolean; informed?: boolean };

async function ticked(_rule: unknown, value: unknown) {
  if (value !== true) throw new Error("请阅读全文并勾选同意");
}

type Props = {
  query: UseQueryResult<Schema<"AgreementView">, Error>;
  /** What is agreed to beside the text, after its name. */
  effect?: string;
  /** Of the tick, where a form has several. */
  name?: "agreed" | "informed";
  /** Ticked by pointer: what comes next may take the focus. With the keyboard a person goes there by herself. */
  onTicked?: () => void;
};

export function AgreementField({ query, effect, name = "agreed", onTicked }: Props) {
  return (
    <>
      <Loaded query={query} rows={4}>
        {(agreement) => <AgreementBox agreement={agreement} />}
      </Loaded>
      <Form.Item<Agreed>
        name={name}
        valuePropName="checked"
        hidden={!query.data}
        rules={[{ validator: ticked }]}
      >
        <Checkbox
          onChange={({ target, nativeEvent }) => {
            if (target.checked && nativeEvent.detail > 0) onTicked?.();
          }}
        >
          我已阅读并同意《{query.data?.title}》{effect}
        </Checkbox>
      </Form.Item>
    </>
  );
}
