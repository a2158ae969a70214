/** The code that proves the phone of a registration; where no messages are sent yet, the phone stays unproved. */
import { Form } from "antd";
import { api, unwrap } from "@/api/client";
import { useSession } from "@/api/session";
import { CodeField } from "./CodeField";

export function MobileCode() {
  const form = Form.useFormInstance();
  const session = useSession().data;
  // Everywhere else a code would reach nobody: only whoever runs a demonstration can read it.
  if (!session?.sms && !session?.demo) return null;
  const send = async () => {
    const valid = await form.validateFields(["mobile"]).catch(() => null);
    if (!valid) return null;
    return unwrap(api.POST("/registrations/mobile-code", { body: { mobile: valid.mobile } }));
  };
  return (
    <>
      <Form.Item name="mobile_ticket" hidden initialValue="">
        <input type="hidden" />
      </Form.Item>
      <CodeField
        name="mobile_code"
        label={session.sms ? "短信验证码" : "短信验证码（选填）"}
        required={session.sms}
        extra={
          session.sms
            ? undefined
            : "演示环境不发送短信，验证码只写入服务器日志。可以不填，手机号码会标为“未核验”。"
        }
        send={send}
        onTicket={(ticket) => form.setFieldValue("mobile_ticket", ticket)}
      />
    </>
  );
}
