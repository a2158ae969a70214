/** The own product under which an offer is made: the firm sees it, and the platform learns which products suit whom. */
import { Form } from "antd";
import { NativeSelect } from "@/ui/NativeSelect";

export type ProductChoice = { value: string; label: string };

export const ProductField = ({ products }: { products: readonly ProductChoice[] }) => (
  <Form.Item name="product_id" label="所属产品（选填）" extra="企业会看到产品名称；不属于任何产品时不选">
    <NativeSelect options={products} placeholder="不属于任何产品" clearable />
  </Form.Item>
);
