/** The frame of every centre: side menu from the account's permissions, header, content; on phones a tab bar and a drawer. */

import { lazy, type ReactNode, Suspense, useEffect, useId, useRef, useState } from "react";
import { Link, matchPath, NavLink, Outlet, useLocation } from "react-router";
import { useMe } from "@/api/session";
import { useSite } from "@/api/settings";
import { useLive } from "@/api/useLive";
import { paths } from "@/app/paths";
import { TrainingNote } from "@/lib/TrainingNote";
import { useIsPhone } from "@/lib/useMedia";
import { AntdRoot } from "@/ui/AntdRoot";
import { Icon } from "@/ui/Icon";
import { lazyPart } from "@/ui/lazyPart";
import { Writing } from "@/ui/ReadTools";
import { AccountMenu } from "./AccountMenu";
import { type Centre, type Entry, visibleMenu } from "./centre";
import { PaletteButton } from "./palette/PaletteButton";
import { CentreProvider } from "./useCentre";
import { useUnreadCount } from "./useUnreadCount";
import "./shell.css";

const NextWorkingDay = lazyPart(() =>
  import("@/features/training/NextWorkingDay").then((module) => module.NextWorkingDay),
);
const SignDue = lazyPart(() => import("@/ui/SignDue").then((module) => module.SignDue));
const MenuDrawer = lazy(() => import("./MenuDrawer").then((module) => ({ default: module.MenuDrawer })));

/**
 * The home of a centre is open only on exactly its path, since all others lie below it; or on pages that are shown within it.
 */
function useExact(item: Entry, home: string): boolean {
  const { pathname } = useLocation();
  const within = item.around && item.pages?.some(({ path }) => matchPath(`${item.to}/${path}`, pathname));
  return item.to === home && !within;
}

/** In the menu, or as a `tab` at the foot of the phone, where the words are shorter. */
function MenuLink(props: { item: Entry; home: string; unread: number; tab?: boolean }) {
  const { item, home, unread, tab } = props;
  return (
    <NavLink to={item.to} end={useExact(item, home)}>
      <Icon name={item.icon} size={tab ? 22 : 20} />
      <span>{(tab && item.short) || item.label}</span>
      {item.unread && unread > 0 && (
        <span className="badge">
          {unread > 99 ? "99+" : unread}
          <span className="visually-hidden"> 条未读</span>
        </span>
      )}
    </NavLink>
  );
}

/** Not a heading of the page: the menu stands before its title. */
function MenuGroup({ heading, children }: { heading?: string; children: ReactNode }) {
  const id = useId();
  if (!heading) return <ul>{children}</ul>;
  return (
    <>
      <p className="menu-heading" id={id}>
        {heading}
      </p>
      <ul aria-labelledby={id}>{children}</ul>
    </>
  );
}

export function CentreShell({ centre }: { centre: Centre }) {
  const { home, messages, security } = paths[centre.key];
  const me = useMe();
  const phone = useIsPhone();
  const unread = useUnreadCount();
  useLive();
  const site = useSite();
  const { pathname } = useLocation();
  const reading = me.access === "read";
  // The own password and messages stay the person's own.
  const own = pathname === messages || pathname === security;
  const [drawer, setDrawer] = useState(false);
  const main = useRef<HTMLElement>(null);
  const menu = visibleMenu(centre, me);
  const tabs = menu.flatMap(({ entries }) => entries.filter(({ tab }) => tab)).slice(0, 4);

  // A new page starts at its top, and the keyboard with it; the first page keeps the browser's own start.
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    setDrawer(false);
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  const links = menu.map(({ heading, entries }) => (
    <MenuGroup key={heading ?? ""} heading={heading}>
      {entries.map((item) => (
        <li key={item.to}>
          <MenuLink item={item} home={home} unread={unread} />
        </li>
      ))}
    </MenuGroup>
  ));
  return (
    <AntdRoot>
      <div className={phone ? "shell app-text is-phone" : "shell app-text"}>
        <a className="skip-link" href="#main">
          跳到主要内容
        </a>
        <header className="shell-header">
          {phone && (
            <button
              type="button"
              className="icon-button"
              aria-label="打开菜单"
              onClick={() => setDrawer(true)}
            >
              <Icon name="menu" size={24} />
            </button>
          )}
          <Link className="shell-brand" to={home}>
            <img src="/favicon.svg" alt="" width="28" height="28" />
            <strong>{site.name}</strong>
            <span>{centre.name}</span>
          </Link>
          <div className="shell-tools">
            <PaletteButton centre={centre} />
            <Link className="tool-link" to={messages}>
              <Icon name="message" />
              <span className="tool-text">消息</span>
              {unread > 0 && <span className="badge">{unread > 99 ? "99+" : unread}</span>}
              <span className="visually-hidden" aria-live="polite">
                {unread > 0 ? `${unread > 99 ? "99+" : unread} 条未读消息` : "没有未读消息"}
              </span>
            </Link>
            <Link className="tool-link" to={paths.help}>
              <Icon name="help" />
              <span className="tool-text">帮助</span>
            </Link>
            <AccountMenu security={security} me={me} />
          </div>
        </header>
        {!phone && (
          <nav className="shell-menu" aria-label={`${centre.name}菜单`}>
            {links}
          </nav>
        )}
        <main id="main" className="shell-main" tabIndex={-1} ref={main}>
          <TrainingNote>{centre.key === "operator" && <NextWorkingDay />}</TrainingNote>
          {me.agreements_due.length > 0 && <SignDue />}
          {reading && (
            <p className="notice tone-info shell-notice">
              您的账号为只读账号：可以查看本单位的业务，不能办理。需要办理时请联系贵单位主账号调整。
            </p>
          )}
          <Writing allowed={!reading || own}>
            <CentreProvider value={centre.key}>
              <Outlet />
            </CentreProvider>
          </Writing>
        </main>
        {phone && (
          <nav className="tab-bar" aria-label="常用功能">
            {tabs.map((item) => (
              <MenuLink key={item.to} item={item} home={home} unread={unread} tab />
            ))}
          </nav>
        )}
        {phone && drawer && (
          <Suspense fallback={null}>
            <MenuDrawer title={`${centre.name} · ${me.name}`} onClose={() => setDrawer(false)}>
              <nav className="drawer-menu" aria-label={`${centre.name}全部菜单`}>
                {links}
              </nav>
            </MenuDrawer>
          </Suspense>
        )}
      </div>
    </AntdRoot>
  );
}
