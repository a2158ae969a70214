/** Login name and password of the new primary account. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import Password from "antd/es/input/Password";
import { RegistrationIn } from "@/api/limits.gen";
import { PasswordHints } from "./PasswordHints";
import { passwordRule } from "./passwordRules";

export function CredentialFields() {
  const form = Form.useFormInstance();
  const login = Form.useWatch<string | undefined>("login", form) ?? "";
  const organization = Form.useWatch<string | undefined>("name", form) ?? "";
  const mobile = Form.useWatch<string | undefined>("mobile", form) ?? "";
  const password = Form.useWatch<string | undefined>("password", form) ?? "";
  return (
    <>
      <Form.Item
        name="login"
        label="登录名"
        extra="4–32 位字母、数字、点、下划线或连字符"
        rules={[
          { required: true, message: "请填写登录名" },
          { pattern: /^[A-Za-z0-9._-]{4,32}$/, message: "登录名格式不正确" },
        ]}
      >
        <Input
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={RegistrationIn.login.max}
        />
      </Form.Item>
      <Form.Item
        name="password"
        label="密码"
        rules={[{ required: true, message: "请填写密码" }, passwordRule({ login, organization, mobile })]}
      >
        <Password autoComplete="new-password" />
      </Form.Item>
      <PasswordHints password={password} login={login} organization={organization} mobile={mobile} />
      <Form.Item
        name="again"
        label="再次输入密码"
        dependencies={["password"]}
        rules={[
          { required: true, message: "请再次输入密码" },
          ({ getFieldValue }) => ({
            validator: async (_, value) => {
              if (value && value !== getFieldValue("password")) throw new Error("两次输入的密码不一致");
            },
          }),
        ]}
      >
        <Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
