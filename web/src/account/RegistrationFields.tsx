/** Fields about the organisation and its contact, used by the registration and by its correction. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import type { ReactNode } from "react";
import { RegistrationIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { NativeSelect } from "@/ui/NativeSelect";
import { MOBILE } from "@/ui/textRules";
import { UsccConfirmation, UsccInput, usccRule } from "@/ui/UsccInput";

type Defects = { defects?: Schema<"Defect">[] };

/** What the operator found wrong with this field, shown below it. */
function extra(field: string, defects: Schema<"Defect">[] = [], hint?: string): ReactNode {
  const found = defects.filter((defect) => defect.field === field);
  if (found.length === 0) return hint;
  return <span className="field-defect">审核意见：{found.map((defect) => defect.message).join(";")}</span>;
}

export function OrganizationFields({ institution, defects }: Defects & { institution: boolean }) {
  return (
    <>
      <Form.Item
        name="name"
        label="单位名称"
        extra={extra("name", defects, "与营业执照上的名称完全一致")}
        rules={[
          { required: true, whitespace: true, message: "请填写单位名称" },
          { min: 4, message: "请填写单位全称" },
        ]}
      >
        <Input autoComplete="organization" maxLength={RegistrationIn.name.max} />
      </Form.Item>
      <Form.Item
        name="uscc"
        label="统一社会信用代码"
        extra={extra("uscc", defects)}
        required
        rules={[usccRule]}
      >
        <UsccInput />
      </Form.Item>
      <UsccConfirmation />
      {institution && (
        <Form.Item
          name="institution_type"
          label="机构类型"
          extra={extra("institution_type", defects)}
          rules={[{ required: true, message: "请选择机构类型" }]}
        >
          <NativeSelect options={options(INSTITUTION_TYPE)} />
        </Form.Item>
      )}
    </>
  );
}

/** `maskedMobile`: an empty mobile keeps the one on file. */
export function ContactFields({ defects, maskedMobile }: Defects & { maskedMobile?: string }) {
  return (
    <>
      <Form.Item
        name="contact_name"
        label="联系人姓名"
        extra={extra("contact_name", defects)}
        rules={[{ required: true, whitespace: true, message: "请填写联系人姓名" }]}
      >
        <Input autoComplete="name" maxLength={RegistrationIn.contact_name.max} />
      </Form.Item>
      <Form.Item
        name="mobile"
        label="手机号码"
        extra={extra(
          "mobile",
          defects,
          maskedMobile ? `不修改请留空，现为 ${maskedMobile}` : "用于接收审核和对接通知，加密保存",
        )}
        rules={maskedMobile ? [MOBILE] : [{ required: true, message: "请填写手机号码" }, MOBILE]}
      >
        <Input type="tel" autoComplete="tel-national" inputMode="tel" maxLength={RegistrationIn.mobile.max} />
      </Form.Item>
      <Form.Item
        name="email"
        label="电子邮箱（选填）"
        extra={extra("email", defects)}
        rules={[{ type: "email", message: "请填写正确的电子邮箱" }]}
      >
        <Input type="email" autoComplete="email" maxLength={RegistrationIn.email.max} />
      </Form.Item>
    </>
  );
}
