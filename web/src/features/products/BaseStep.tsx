/** Name, words and type of a product. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { ProductContent } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { CHANNEL, EQUITY_TYPE, PRODUCT_TYPE } from "@/labels/products";
import { NativeSelect } from "@/ui/NativeSelect";

export const required = (message: string) => ({ required: true, message });
const text = (min: number, message: string) => ({ required: true, whitespace: true, min, message });

export function BaseStep({ kind }: { kind: Schema<"FinancingKind"> }) {
  return (
    <>
      <Form.Item name="name" label="产品名称" rules={[text(2, "请填写产品名称，2 至 40 个字")]}>
        <Input
          maxLength={ProductContent.name.max}
          showCount
          placeholder={kind === "debt" ? "例如 科创信用贷" : "例如 高新创投一号"}
        />
      </Form.Item>
      <Form.Item
        name="summary"
        label="一句话介绍"
        rules={[text(5, "请用 5 至 60 个字介绍")]}
        extra="显示在产品列表中"
      >
        <Input maxLength={ProductContent.summary.max} showCount />
      </Form.Item>
      <Form.Item name="description" label="详细介绍" rules={[text(10, "请至少用 10 个字介绍")]}>
        <TextArea
          rows={5}
          maxLength={ProductContent.description.max}
          showCount
          placeholder="适用对象、产品特点、优惠条件等"
        />
      </Form.Item>
      <div className="form-grid">
        {kind === "debt" ? (
          <>
            <Form.Item name="product_type" label="产品类型" rules={[required("请选择产品类型")]}>
              <NativeSelect options={options(PRODUCT_TYPE)} />
            </Form.Item>
            <Form.Item name="channel" label="贷款渠道" rules={[required("请选择贷款渠道")]}>
              <NativeSelect options={options(CHANNEL)} />
            </Form.Item>
          </>
        ) : (
          <>
            <Form.Item name="equity_type" label="基金类型" rules={[required("请选择基金类型")]}>
              <NativeSelect options={options(EQUITY_TYPE)} />
            </Form.Item>
            <Form.Item name="fund_name" label="基金名称" rules={[text(2, "请填写基金名称")]}>
              <Input maxLength={ProductContent.fund_name.max} />
            </Form.Item>
            <Form.Item name="manager" label="管理人" rules={[text(2, "请填写管理人")]}>
              <Input maxLength={ProductContent.manager.max} />
            </Form.Item>
            <Form.Item name="filing_no" label="备案号（选填）">
              <Input maxLength={ProductContent.filing_no.max} />
            </Form.Item>
          </>
        )}
      </div>
    </>
  );
}
