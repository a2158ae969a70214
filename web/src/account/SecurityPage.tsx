/** Account and security, shared by all centres: who I am, change of password, open sessions. */
import { useMe } from "@/api/session";
import type { Schema } from "@/api/types";
import { ACCESS, ROLE } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { PageHeader } from "@/ui/PageHeader";
import { DateText } from "@/ui/Values";
import { ContactCard } from "./ContactCard";
import { PasswordForm } from "./PasswordForm";
import { SessionList } from "./SessionList";

const accountKind = (me: Schema<"Me">) => (me.primary ? "主账号" : `子账号 · ${ACCESS[me.access]}`);

export function SecurityPage() {
  const me = useMe();
  return (
    <>
      <PageHeader
        title="账号与安全"
        description="修改密码、查看登录设备。发现陌生设备时请立即将其下线并修改密码。"
      />
      <Card title="账号信息">
        <Descriptions
          items={[
            { label: "姓名", value: me.name },
            { label: "登录名", value: me.login },
            { label: "账号编号", value: me.account_no },
            { label: "所属单位", value: me.organization.name },
            { label: "角色", value: `${ROLE[me.role]}（${accountKind(me)}）` },
            { label: "上次登录", value: <DateText value={me.last_login_at} mode="time" /> },
          ]}
        />
      </Card>
      {me.primary && <ContactCard />}
      <Card title="修改密码">
        <PasswordForm />
      </Card>
      <Card title="登录设备" flush>
        <SessionList />
      </Card>
    </>
  );
}
