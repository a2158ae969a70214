/** Rows of fees: everything that the firm pays beside the interest, to whomever. */
import { Button, Form } from "antd";
import Input from "antd/es/input/Input";
import { Fee } from "@/api/limits.gen";
import { options } from "@/labels/label";
import { FEE_PAYEE, FEE_TIMING } from "@/labels/loans";
import { NativeSelect } from "@/ui/NativeSelect";
import { YuanInput } from "@/ui/ScaledInput";
import ordersStyles from "../orders.module.css";
import { feeAmountRule } from "../rules";

export function FeeFields() {
  return (
    <Form.List name="fees">
      {(rows, { add, remove }) => (
        <fieldset className={ordersStyles.feeFields}>
          <legend>费用（利息以外向企业收取的全部费用，包括第三方收取的；没有则不填）</legend>
          {rows.map(({ key, name }) => (
            <div className={ordersStyles.feeRow} key={key}>
              <div className={ordersStyles.feeHead}>
                <span>第 {name + 1} 项费用</span>
                <Button onClick={() => remove(name)} aria-label={`删除第 ${name + 1} 项费用`}>
                  删除
                </Button>
              </div>
              <Form.Item
                name={[name, "name"]}
                label="费用名称"
                rules={[{ required: true, whitespace: true, message: "请填写费用名称" }]}
              >
                <Input maxLength={Fee.name.max} placeholder="例如 评估费" />
              </Form.Item>
              <Form.Item
                name={[name, "payee"]}
                label="收取方"
                rules={[{ required: true, message: "请选择收取方" }]}
              >
                <NativeSelect options={options(FEE_PAYEE)} />
              </Form.Item>
              <Form.Item
                name={[name, "timing"]}
                label="收取时间"
                rules={[{ required: true, message: "请选择收取时间" }]}
              >
                <NativeSelect options={options(FEE_TIMING)} />
              </Form.Item>
              <Form.Item name={[name, "amount"]} label="每次金额" required rules={[feeAmountRule]}>
                <YuanInput />
              </Form.Item>
            </div>
          ))}
          {rows.length < 10 && (
            <Button type="dashed" onClick={() => add({ payee: "lender", timing: "upfront" })}>
              添加一项费用
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}
