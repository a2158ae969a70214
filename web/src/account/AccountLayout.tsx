/** Slim frame of login and registration. */
import { Link, Outlet } from "react-router";
import { paths } from "@/app/paths";
import { SITE } from "@/app/site";
import { useLargeText } from "@/lib/useMedia";
import { AntdRoot } from "@/ui/AntdRoot";
import "./account.css";

export function AccountLayout() {
  const [large, setLarge] = useLargeText();
  return (
    <AntdRoot>
      <div className="account app-text">
        <a className="skip-link" href="#main">
          跳到主要内容
        </a>
        <header className="account-header">
          <Link className="account-brand" to={paths.home}>
            <img src="/favicon.svg" alt="" width="32" height="32" />
            <strong>{SITE.name}</strong>
            <span>{SITE.zone}科技企业融资服务平台</span>
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
          主办单位：{SITE.host} · 服务热线 {SITE.hotline}（{SITE.hotlineHours}）
        </footer>
      </div>
    </AntdRoot>
  );
}
