/** Routes of the enterprise centre; pages load on first visit. */
import type { RouteObject } from "react-router";
import { lazyPage } from "@/app/lazyPage";
import { sharedRoutes } from "@/centres/shell/sharedRoutes";

export const enterpriseRoutes: RouteObject = {
  path: "/enterprise",
  ...lazyPage(() => import("./EnterpriseCentre").then((m) => m.EnterpriseCentre)),
  children: [...sharedRoutes],
};
