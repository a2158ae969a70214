/** 债权 or 股权: what is typed for one kind is kept when the other is chosen. */
import { Form, Radio } from "antd";
import { FINANCING_KIND } from "@/labels/finance";
import { options } from "@/labels/label";

export function KindChoice() {
  return (
    <Form.Item
      name="kind"
      label="融资类型"
      extra="债权融资是借款，按期还本付息；股权融资是出让股份，由投资机构入股"
    >
      <Radio.Group options={options(FINANCING_KIND)} />
    </Form.Item>
  );
}
