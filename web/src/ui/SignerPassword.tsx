/** Who signs types the password again. */
import { Form } from "antd";
import { PasswordAgainIn } from "@/api/limits.gen";
import { lazyPart } from "./lazyPart";

/** Forms that ask for no password load no field for one. */
const Password = lazyPart(() => import("antd/es/input/Password").then((m) => m.default));

/** The field `password` of the form around it. */
export function SignerPassword() {
  return (
    <Form.Item
      name="password"
      label="登录密码"
      extra="签署授权需要再次验证您的密码"
      rules={[{ required: true, message: "请输入登录密码" }]}
    >
      <Password autoComplete="current-password" maxLength={PasswordAgainIn.password.max} />
    </Form.Item>
  );
}
