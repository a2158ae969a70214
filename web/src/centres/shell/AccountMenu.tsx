/** Name, organisation, security and logout behind one button; closes with Escape and on a click elsewhere. */
import { useId } from "react";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { useLogout } from "@/app/useLogout";
import { ROLE } from "@/labels/organizations";
import { useDisclosure } from "@/lib/useDisclosure";
import { useLargeText } from "@/lib/useMedia";
import { Icon } from "@/ui/Icon";

export function AccountMenu({ security, me }: { security: string; me: Schema<"Me"> }) {
  const { open, setOpen, box, button } = useDisclosure();
  const [large, setLarge] = useLargeText();
  const id = useId();
  const logout = useLogout();

  return (
    <div className="account-menu" ref={box}>
      <button
        ref={button}
        type="button"
        className="tool-link"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="user" />
        <span className="tool-text">{me.name}</span>
        <span className="visually-hidden">账号菜单</span>
      </button>
      <div id={id} className="account-panel" hidden={!open}>
        <p className="account-name">{me.name}</p>
        <p>{me.organization.name}</p>
        <p className="account-meta">
          {ROLE[me.role]} · {me.primary ? "主账号" : "子账号"} · 编号 {me.account_no}
        </p>
        <Link to={security} onClick={() => setOpen(false)}>
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
      </div>
    </div>
  );
}
