/** A forgotten password: by a code to the proved phone or mailbox, otherwise by the operator, where two people look. */
import { useState } from "react";
import { Link } from "react-router";
import { useSession } from "@/api/session";
import { useSite } from "@/api/settings";
import { paths } from "@/app/paths";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { ForgotForm } from "./ForgotForm";

const CHANNELS = ["sms", "mail"] as const;

export function ForgotPage() {
  const session = useSession();
  const [done, setDone] = useState(false);
  const delivers = session.data && (session.data.sms || session.data.mail);
  if (done)
    return (
      <>
        <PageHeader title="密码已重设" />
        <Card>
          <p role="status" className="notice tone-ok">
            新密码已生效，原来的登录已全部退出。
          </p>
          <Link to={paths.login}>用新密码登录</Link>
        </Card>
      </>
    );
  return (
    <>
      <PageHeader title="忘记密码" back={{ to: paths.login, label: "返回登录" }} />
      {session.data && delivers && (
        <Card title="通过验证码重设">
          <ForgotForm
            channels={CHANNELS.filter((channel) => session.data[channel])}
            onDone={() => setDone(true)}
          />
        </Card>
      )}
      {session.data && <OtherWays delivers={!!delivers} />}
    </>
  );
}

/** Whom to turn to, in the order of what is fastest. */
function OtherWays({ delivers }: { delivers: boolean }) {
  const { contact } = useSite();
  return (
    <Card title={delivers ? "收不到验证码" : "找回账号"}>
      {!delivers && (
        <p className="notice tone-info">平台尚未开通短信和邮件，暂不能自助重设密码，请按下列方式办理。</p>
      )}
      <ul className="next-steps">
        <li>子账号：请联系本单位主账号，在“团队”中重置密码。</li>
        <li>
          主账号：请联系{contact}
          。核实身份后，由两位运营人员办理，您会收到一次性链接，用来设置新密码。
        </li>
        <li>
          主账号已离职或无法联系：由本单位另一位同事提出，核实后同样由两位运营人员办理，改由其子账号担任主账号。
        </li>
      </ul>
      <p>核实身份可以：本人携带证件到场、提交加盖公章的书面申请，或由平台回拨登记的电话。</p>
    </Card>
  );
}
