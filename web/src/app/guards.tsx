/** Who may enter an area: visitors go to the login, the wrong role sees 403, organisations under review see their registration. */
import { type ReactNode, useEffect, useRef } from "react";
import { Navigate, useLocation } from "react-router";
import { useSession } from "@/api/session";
import type { Schema } from "@/api/types";
import { agreementsWithNext, homeOf, loginWithNext, paths } from "./paths";
import { ForbiddenPage } from "./StatusPages";

function Boot({ failed, retry }: { failed: boolean; retry: () => void }) {
  return (
    <div className="boot" role="status">
      {failed ? (
        <button type="button" className="plain-button" onClick={retry}>
          暂时无法连接平台，点此重试
        </button>
      ) : (
        "正在加载…"
      )}
    </div>
  );
}

function Authenticated({ children }: { children: (me: Schema<"Me">) => ReactNode }) {
  const session = useSession();
  const location = useLocation();
  const { pathname } = location;
  const me = session.data?.me;
  const owes = !!me && !me.password_due && me.agreements_due.length > 0;
  // Somebody may be typing there: an agreement that comes into force meanwhile is signed on the page (SignDue).
  const open = useRef<string | null>(null);
  useEffect(() => {
    if (me && !owes) open.current = pathname;
  });
  if (!session.data) return <Boot failed={session.isError} retry={() => session.refetch()} />;
  const here = pathname + location.search;
  if (!me) return <Navigate to={loginWithNext(here)} replace />;
  if (me.password_due && pathname !== paths.password) return <Navigate to={paths.password} replace />;
  if (owes && pathname !== paths.agreements && pathname !== open.current)
    return <Navigate to={agreementsWithNext(here)} replace />;
  return children(me);
}

/** Around a centre. */
export function RequireRole({ roles, children }: { roles: readonly Schema<"Role">[]; children: ReactNode }) {
  return (
    <Authenticated>
      {(me) => {
        if (me.organization.state !== "active") return <Navigate to={paths.registration} replace />;
        return roles.includes(me.role) ? children : <ForbiddenPage home={homeOf(me)} />;
      }}
    </Authenticated>
  );
}

/** Around one page inside a centre that needs a permission. */
export function RequirePermission({ permission, children }: { permission: string; children: ReactNode }) {
  return (
    <Authenticated>
      {(me) => (me.permissions.includes(permission) ? children : <ForbiddenPage nested home={homeOf(me)} />)}
    </Authenticated>
  );
}

/** Around pages for anybody logged in: the registration status. */
export function RequireLogin({ children }: { children: ReactNode }) {
  return <Authenticated>{() => children}</Authenticated>;
}
