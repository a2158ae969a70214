/** Frame of the public pages: header with the ways in, content, footer with host organ, hotline and filing numbers. */

import { useEffect, useRef } from "react";
import { Link, NavLink, Outlet, useLocation } from "react-router";
import { useSession } from "@/api/session";
import { useSite } from "@/api/settings";
import { homeOf, paths } from "@/app/paths";
import { TrainingNote } from "@/lib/TrainingNote";
import { useLargeText } from "@/lib/useMedia";
import { PortalFooter } from "./PortalFooter";
import "./portal.css";

export function PortalLayout() {
  const session = useSession();
  const site = useSite();
  const [large, setLarge] = useLargeText();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  const me = session.data?.me;
  return (
    <div className="portal">
      <a className="skip-link" href="#main">
        跳到主要内容
      </a>
      <TrainingNote />
      <header className="portal-header">
        <div className="portal-width portal-header-row">
          <Link className="portal-brand" to={paths.home}>
            <img src="/favicon.svg" alt="" width="40" height="40" />
            <span>
              <strong>{site.name}</strong>
              <small>{site.subtitle}</small>
            </span>
          </Link>
          <nav aria-label="主导航" className="portal-nav">
            <NavLink to={paths.home} end>
              首页
            </NavLink>
            <NavLink to={paths.products}>金融产品</NavLink>
            <NavLink to={paths.equity}>股权融资</NavLink>
            <NavLink to={paths.policies}>政策兑现</NavLink>
            <NavLink to={paths.help}>使用帮助</NavLink>
          </nav>
          <div className="portal-account">
            <button
              type="button"
              className="portal-large"
              aria-pressed={large}
              onClick={() => setLarge(!large)}
            >
              大字版
            </button>
            {me ? (
              <Link className="portal-button" to={homeOf(me)}>
                进入工作台
              </Link>
            ) : (
              <>
                <Link className="portal-link" to={paths.login}>
                  登录
                </Link>
                <Link className="portal-button" to={paths.register}>
                  注册
                </Link>
              </>
            )}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <PortalFooter />
    </div>
  );
}
