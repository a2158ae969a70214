/** A new password, typed twice, with its rules ticked off meanwhile. */
import { Form, type FormInstance } from "antd";
import Password from "antd/es/input/Password";
import { PasswordHints } from "./PasswordHints";
import { type PasswordContext, passwordRule } from "./passwordRules";

type Props = {
  // biome-ignore lint/suspicious/noExplicitAny: forms of several kinds hold these two fields
  form: FormInstance<any>;
  /** Field of the password; the second one is `again`. */
  name: string;
  context: PasswordContext;
};

export function NewPasswordFields({ form, name, context }: Props) {
  const typed = Form.useWatch(name, form) ?? "";
  return (
    <>
      <Form.Item
        name={name}
        label="新密码"
        rules={[{ required: true, message: "请填写新密码" }, passwordRule(context)]}
      >
        <Password autoComplete="new-password" />
      </Form.Item>
      <PasswordHints password={typed} {...context} />
      <Form.Item
        name="again"
        label="再次输入新密码"
        dependencies={[name]}
        rules={[
          { required: true, message: "请再次输入新密码" },
          ({ getFieldValue }) => ({
            validator: async (_, value) => {
              if (value && value !== getFieldValue(name)) throw new Error("两次输入的密码不一致");
            },
          }),
        ]}
      >
        <Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
