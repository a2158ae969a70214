/** Slim frame of login and registration, without the component library: the login does not need it. */

import { Link, Outlet } from "react-router";
import { useSite } from "@/api/settings";
import { paths } from "@/app/paths";
import { useLargeText } from "@/lib/useMedia";
import "./account.css";

export function AccountLayout() {
  const [large, setLarge] = useLargeText();
  const site = useSite();
  return (
    <div className="account app-text">
      <a className="skip-link" href="#main">
        跳到主要内容
      </a>
      <header className="account-header">
        <Link className="account-brand" to={paths.home}>
          <img src="/favicon.svg" alt="" width="32" height="32" />
          <strong>{site.name}</strong>
          <span>{site.subtitle}</span>
        </Link>
        <div className="account-tools">
          <button type="button" aria-pressed={large} onClick={() => setLarge(!large)}>
            大字版
          </button>
          <Link to={paths.help}>帮助</Link>
        </div>
      </header>
      <main id="main" className="account-main">
        <Outlet />
      </main>
      <footer className="account-footer">
        <p>
          {[site.host && `主办单位：${site.host}`, site.hotline && site.contact].filter(Boolean).join(" · ")}
        </p>
        <Link to={paths.agreement("privacy")} className="tall-link">
          个人信息处理规则
        </Link>
      </footer>
    </div>
  );
}
