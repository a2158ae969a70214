/** 403, 404 and the page for unexpected errors: plain words and a way on. */
import { lazy, type ReactNode, Suspense } from "react";
import { isRouteErrorResponse, Link, useRouteError } from "react-router";
import { useTitle } from "@/lib/useTitle";
import { paths } from "./paths";

type Props = { title: string; text: string; nested?: boolean; children: ReactNode };

/** `nested`: inside a frame that already has the main landmark. */
function Plain({ title, text, nested, children }: Props) {
  useTitle(title);
  const content = (
    <div className="plain-page">
      <h1>{title}</h1>
      <p>{text}</p>
      <div className="plain-actions">{children}</div>
    </div>
  );
  return nested ? content : <main id="main">{content}</main>;
}

const NotFound = lazy(() => import("./NotFound").then((m) => ({ default: m.NotFound })));

/** Keeps the place of a page while it loads, so that the foot of the page stays where it is. */
export function NotFoundPage({ nested }: { nested?: boolean }) {
  return (
    <Suspense fallback={<div className="boot" />}>
      <NotFound nested={nested} />
    </Suspense>
  );
}

export function ForbiddenPage({ home, nested }: { home?: string; nested?: boolean }) {
  return (
    <Plain
      nested={nested}
      title="您没有权限查看这个页面"
      text="当前账号的角色不能使用这里的功能。如认为有误，请联系本单位主账号或平台服务热线。"
    >
      <Link className="plain-button primary" to={home ?? paths.home}>
        {home ? "回到我的工作台" : "返回首页"}
      </Link>
    </Plain>
  );
}

/** Rendered by the router when a page throws, or when its files are gone after an update of the platform. */
export function ErrorPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <Plain
      title="页面出现异常"
      text="可能是平台刚刚更新，或网络中断。请刷新页面重试；如仍有问题，请拨打服务热线。"
    >
      <button type="button" className="plain-button primary" onClick={() => window.location.reload()}>
        刷新页面
      </button>
      <a className="plain-button" href={paths.home}>
        返回首页
      </a>
    </Plain>
  );
}
