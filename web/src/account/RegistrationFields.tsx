/** Fields about the organisation and its contact, used by the registration and by its correction. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import type { ReactNode } from "react";
import { RegistrationIn } from "@/api/limits.gen";
import { options } from "@/labels/label";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { NativeSelect } from "@/ui/NativeSelect";
import { MOBILE } from "@/ui/textRules";
import { UsccConfirmation, UsccInput, usccRule } from "@/ui/UsccInput";
import { type Defects, extra } from "./defects";

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
      <Form.Item
        name="legal_person"
        label="法定代表人"
        extra={extra("legal_person", defects, "与营业执照一致；个体工商户填写经营者")}
        rules={[
          { required: true, whitespace: true, message: "请填写法定代表人" },
          { min: 2, message: "请填写法定代表人姓名" },
        ]}
      >
        <Input autoComplete="off" maxLength={RegistrationIn.legal_person.max} />
      </Form.Item>
      <Form.Item
        name="address"
        label="注册地址"
        extra={extra("address", defects, "营业执照上的住所")}
        rules={[
          { required: true, whitespace: true, message: "请填写注册地址" },
          { min: 5, message: "请填写完整的注册地址" },
        ]}
      >
        <Input autoComplete="street-address" maxLength={RegistrationIn.address.max} />
      </Form.Item>
    </>
  );
}

/** `maskedMobile`: an empty mobile keeps the one on file. `code`: what proves the number, below it. */
export function ContactFields({
  defects,
  maskedMobile,
  code,
}: Defects & { maskedMobile?: string; code?: ReactNode }) {
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
      {code}
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
