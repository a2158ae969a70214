/** Whether the demand stops taking other offers once this one is accepted. */
import { Form, Radio } from "antd";

export type CompleteValues = { complete: boolean };

/** `open`: when it makes sense to go on. */
export function CompleteChoice({ open }: { open: string }) {
  return (
    <Form.Item name="complete" label="接受之后">
      <Radio.Group className="choice-list">
        <Radio value={false}>
          继续接收其他机构的报价
          <span className="scope-help">{open}</span>
        </Radio>
        <Radio value={true}>
          不再接收其他报价
          <span className="scope-help">其他正在进行的对接会自动结束，并通知相关机构</span>
        </Radio>
      </Radio.Group>
    </Form.Item>
  );
}
