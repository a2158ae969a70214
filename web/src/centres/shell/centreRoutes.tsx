/** The routes of a centre; its frame and its pages load when they are first visited. */
import { Outlet, type RouteObject } from "react-router";
import { RequirePermission, RequireRole } from "@/app/guards";
import { lazyPage } from "@/app/lazyPage";
import { paths } from "@/app/paths";
import type { Centre, Load } from "./centre";

const route = (path: string, load: Load): RouteObject =>
  path === "" ? { index: true, ...lazyPage(load) } : { path, ...lazyPage(load) };

/**
 * The guard stands around the pages of an entry, not around each: two paths of one form (new, and being edited) stay one
 * component, which keeps what is typed when the path changes.
 */
const guarded = (permission: string | undefined, children: RouteObject[]): RouteObject[] =>
  permission === undefined || children.length === 0
    ? children
    : [
        {
          element: (
            <RequirePermission permission={permission}>
              <Outlet />
            </RequirePermission>
          ),
          children,
        },
      ];

export function centreRoutes(centre: Centre): RouteObject {
  const { home } = paths[centre.key];
  const below = (to: string) => to.slice(home.length + 1);
  return {
    path: home,
    lazy: async () => {
      const { CentreShell } = await import("./CentreShell");
      return {
        element: (
          <RequireRole roles={centre.roles}>
            <CentreShell centre={centre} />
          </RequireRole>
        ),
      };
    },
    children: [
      ...centre.menu
        .flatMap(({ entries }) => entries)
        .flatMap(({ to, load, around, permission, pages = [] }) => {
          const children = [
            ...(load ? [route(below(to), load)] : []),
            ...pages.flatMap((page) =>
              guarded(page.permission, [route([below(to), page.path].filter(Boolean).join("/"), page.load)]),
            ),
          ];
          return guarded(permission, around ? [{ ...lazyPage(around), children }] : children);
        }),
      ...(centre.pages ?? []).map(({ path, load }) => route(path, load)),
      route("*", () => import("./CentreNotFound").then((m) => m.CentreNotFound)),
    ],
  };
}
