/** What an operator sees of an account: whose it is, how it logs in, where it is open, what waits. */
import type { Schema } from "@/api/types";
import { IDENTITY_PROOF, LINK_KIND, RESET_KIND } from "@/labels/accounts";
import { ACCESS, ORG_KIND, ROLE } from "@/labels/organizations";
import { deviceName } from "@/lib/deviceName";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { Mobile } from "@/ui/Mobile";
import { DateText } from "@/ui/Values";

export function AccountFacts({ detail }: { detail: Schema<"ManagedAccountDetail"> }) {
  const { account, reset, links, sessions } = detail;
  return (
    <>
      {account.state === "disabled" && (
        <p className="notice tone-warn">
          账号已停用
          {detail.disabled_at && (
            <>
              （<DateText value={detail.disabled_at} mode="time" />）
            </>
          )}
          {detail.disabled_reason ? `：${detail.disabled_reason}` : "，由单位主账号停用。"}
        </p>
      )}
      {account.org_state === "suspended" && (
        <p className="notice tone-warn">该账号所在单位已暂停使用，恢复前不能登录。</p>
      )}
      {reset && (
        <p className="notice tone-info">
          {reset.asked_by} 于 <DateText value={reset.asked_at} mode="time" /> 申请{RESET_KIND[reset.kind]}
          ，须由另一位运营人员复核。
          {reset.proof && `身份核实方式：${IDENTITY_PROOF[reset.proof]}。`}理由：
          {reset.reason}
        </p>
      )}
      {links.map((link) => (
        <p className="notice tone-info" key={link.kind}>
          {LINK_KIND[link.kind]}已生成，尚未使用，
          <DateText value={link.expires_at} mode="time" /> 前有效；重新生成后，原链接失效。
        </p>
      ))}
      <Card title="账号信息">
        <Descriptions
          columns={2}
          items={[
            { label: "登录名", value: account.login },
            { label: "账号编号", value: <span className="mono">{account.no}</span> },
            { label: "角色", value: ROLE[account.role] },
            { label: "权限", value: account.primary ? "主账号" : ACCESS[account.access] },
            { label: "单位", value: account.organization },
            { label: "单位类别", value: ORG_KIND[account.org_kind] },
            { label: "分支机构或部门", value: detail.unit },
            {
              label: "手机号码",
              value: detail.mobile_masked && (
                <Mobile masked={detail.mobile_masked} verified={detail.mobile_verified} />
              ),
            },
            { label: "动态验证码", value: detail.authenticator ? "已启用" : "不使用" },
            { label: "一次性密码", value: detail.password_due ? "尚未修改" : "无" },
            { label: "开通时间", value: <DateText value={account.created_at} mode="time" /> },
            { label: "上次登录", value: <DateText value={account.last_login_at} mode="time" /> },
          ]}
        />
      </Card>
      <Card title={`登录会话（${sessions.length}）`}>
        {sessions.length === 0 ? (
          <p className="card-note">目前没有打开的会话。</p>
        ) : (
          <ul>
            {sessions.map((session) => (
              <li key={session.created_at + session.seen_at}>
                {deviceName(session.agent)} · 登录于 <DateText value={session.created_at} mode="time" /> ·
                最近使用 <DateText value={session.seen_at} mode="ago" />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
