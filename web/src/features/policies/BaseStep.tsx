/** What an item is called, what it follows from, its kinds, and for whom it is. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { PolicyContent } from "@/api/limits.gen";
import { options } from "@/labels/label";
import { POLICY_CLASS, POLICY_LEVEL, POLICY_MODE } from "@/labels/policies";
import { NativeSelect } from "@/ui/NativeSelect";

const text = (min: number, message: string) => ({ required: true, whitespace: true, min, message });
const required = (message: string) => ({ required: true, message });

export function BaseStep() {
  return (
    <>
      <Form.Item name="title" label="事项名称" rules={[text(4, "请填写事项名称，4 至 60 个字")]}>
        <Input maxLength={PolicyContent.title.max} showCount placeholder="例如 企业研发费用补助" />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name="document_no" label="文号" rules={[text(4, "请填写政策文件的文号")]}>
          <Input maxLength={PolicyContent.document_no.max} placeholder="例如 渝高新财〔2026〕12号" />
        </Form.Item>
        <Form.Item name="document_link" label="原文网址（选填）">
          <Input maxLength={PolicyContent.document_link.max} inputMode="url" placeholder="https://" />
        </Form.Item>
        <Form.Item name="level" label="政策级别" rules={[required("请选择政策级别")]}>
          <NativeSelect options={options(POLICY_LEVEL)} />
        </Form.Item>
        <Form.Item name="class" label="事项类别" rules={[required("请选择事项类别")]}>
          <NativeSelect options={options(POLICY_CLASS)} />
        </Form.Item>
        <Form.Item name="mode" label="办理方式" rules={[required("请选择办理方式")]}>
          <NativeSelect options={options(POLICY_MODE)} />
        </Form.Item>
      </div>
      <Form.Item name="object" label="惠及对象" rules={[text(5, "请说明给哪些企业，至少 5 个字")]}>
        <TextArea rows={3} maxLength={PolicyContent.object.max} showCount />
      </Form.Item>
      <Form.Item
        name="benefit"
        label="扶持内容"
        rules={[text(5, "请说明给什么、给多少，至少 5 个字")]}
        extra="企业在列表中首先看到这一段，请写明金额或比例"
      >
        <TextArea rows={3} maxLength={PolicyContent.benefit.max} showCount />
      </Form.Item>
    </>
  );
}
