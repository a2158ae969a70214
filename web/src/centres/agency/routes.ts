/** Routes of the centre of the agencies; pages load on first visit. */
import type { RouteObject } from "react-router";
import { lazyPage } from "@/app/lazyPage";
import { sharedRoutes } from "@/centres/shell/sharedRoutes";

export const agencyRoutes: RouteObject = {
  path: "/agency",
  ...lazyPage(() => import("./AgencyCentre").then((m) => m.AgencyCentre)),
  children: [
    { index: true, ...lazyPage(() => import("./AgencyHomePage").then((m) => m.AgencyHomePage)) },
    { path: "card", ...lazyPage(() => import("@/features/certifications/CardPage").then((m) => m.CardPage)) },
    { path: "points", ...lazyPage(() => import("./PointsPage").then((m) => m.PointsPage)) },
    { path: "team", ...lazyPage(() => import("./TeamPage").then((m) => m.TeamPage)) },
    ...sharedRoutes,
  ],
};
