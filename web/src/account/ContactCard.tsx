/** Phone and mailbox of the own organisation, and whether codes have come to them: they are the way back to this account. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form } from "antd";
import { useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { readQuery } from "@/api/queries";
import { useSession } from "@/api/session";
import type { Schema } from "@/api/types";
import { applyProblem, type FormProblem } from "@/ui/applyProblem";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { Mobile } from "@/ui/Mobile";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";
import { CodeField } from "./CodeField";

type Channel = Schema<"ContactChannel">;

export function ContactCard() {
  const session = useSession().data;
  const query = useQuery(readQuery("registration", "/registration"));
  const delivers = session?.sms || session?.mail;
  return (
    <Card title="找回账号的联系方式">
      <Loaded query={query} rows={3}>
        {(own) => (
          <>
            <Descriptions
              items={[
                {
                  label: "手机号码",
                  value: <Mobile masked={own.mobile_masked} verified={own.mobile_verified} />,
                },
                {
                  label: "电子邮箱",
                  value: own.email && <Mobile masked={own.email} verified={own.email_verified} />,
                },
              ]}
            />
            <p className="card-note">
              {delivers
                ? "忘记密码时，可以用已核验的手机或邮箱接收验证码重设。"
                : "平台尚未开通短信和邮件，暂不能核验。忘记密码时，请联系平台运营人员。"}
            </p>
            {session?.sms && !own.mobile_verified && <Proof channel="sms" what="手机号码" />}
            {session?.mail && own.email && !own.email_verified && <Proof channel="mail" what="电子邮箱" />}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Proof({ channel, what }: { channel: Channel; what: string }) {
  const [form] = Form.useForm<{ code: string }>();
  const [ticket, setTicket] = useState<string | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const queryClient = useQueryClient();
  const toast = useToast();
  const confirm = useIntent(
    (body: Schema<"ContactConfirmIn">, headers) =>
      unwrap(api.POST("/account/contact-codes/confirm", { body, headers })),
    {
      onSuccess: () => {
        toast(`${what}已核验`);
        return queryClient.invalidateQueries(readQuery("registration", "/registration"));
      },
    },
  );
  const submit = ({ code }: { code: string }) => {
    setProblem(null);
    if (!ticket) return form.setFields([{ name: "code", errors: ["请先获取验证码"] }]);
    confirm.mutate({ channel, ticket, code }, { onError: (error) => setProblem(applyProblem(form, error)) });
  };
  return (
    <Form form={form} name={`contact-${channel}`} layout="vertical" className="narrow-form" onFinish={submit}>
      <CodeField
        name="code"
        label={`${what}验证码`}
        required
        send={() => unwrap(api.POST("/account/contact-codes", { body: { channel } }))}
        onTicket={setTicket}
      />
      <ProblemAlert problem={problem} />
      <Button htmlType="submit" loading={confirm.isPending}>
        核验{what}
      </Button>
    </Form>
  );
}
