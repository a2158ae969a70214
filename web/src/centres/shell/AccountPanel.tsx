/** What the account's menu holds: name, organisation, security, size of texts and logout. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { useLogout } from "@/app/useLogout";
import { ROLE } from "@/labels/organizations";
import { useLargeText } from "@/lib/useMedia";

type Props = { security: string; me: Schema<"Me">; onClose: () => void };

export function AccountPanel({ security, me, onClose }: Props) {
  const [large, setLarge] = useLargeText();
  const logout = useLogout();
  return (
    <>
      <p className="account-name">{me.name}</p>
      <p>{me.organization.name}</p>
      <p className="account-meta">
        {ROLE[me.role]} · {me.primary ? "主账号" : "子账号"} · 编号 {me.account_no}
      </p>
      <Link to={security} onClick={onClose}>
        账号与安全
      </Link>
      <button type="button" aria-pressed={large} onClick={() => setLarge(!large)}>
        {large ? "恢复标准字号" : "大字版"}
      </button>
      <Link to={paths.home}>返回平台首页</Link>
      <button type="button" disabled={logout.isPending} onClick={() => logout.mutate()}>
        退出登录
      </button>
      {logout.error && <p role="alert">{logout.error.detail}</p>}
    </>
  );
}
