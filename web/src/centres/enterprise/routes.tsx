/** Routes of the enterprise centre; pages load on first visit. */
import type { RouteObject } from "react-router";
import { lazyPage } from "@/app/lazyPage";
import { sharedRoutes } from "@/centres/shell/sharedRoutes";

export const enterpriseRoutes: RouteObject = {
  path: "/enterprise",
  ...lazyPage(() => import("./EnterpriseCentre").then((m) => m.EnterpriseCentre)),
  children: [
    { index: true, ...lazyPage(() => import("./WorkbenchPage").then((m) => m.WorkbenchPage)) },
    { path: "profile", ...lazyPage(() => import("./ProfilePage").then((m) => m.ProfilePage)) },
    { path: "score", ...lazyPage(() => import("./ScorePage").then((m) => m.ScorePage)) },
    { path: "demands", ...lazyPage(() => import("./DemandsPage").then((m) => m.DemandsPage)) },
    { path: "demands/new", ...lazyPage(() => import("./DemandEditPage").then((m) => m.DemandEditPage)) },
    { path: "demands/:id", ...lazyPage(() => import("./DemandPage").then((m) => m.DemandPage)) },
    { path: "demands/:id/edit", ...lazyPage(() => import("./DemandEditPage").then((m) => m.DemandEditPage)) },
    { path: "apply/:productId", ...lazyPage(() => import("./ApplyPage").then((m) => m.ApplyPage)) },
    { path: "orders", ...lazyPage(() => import("./OrdersPage").then((m) => m.OrdersPage)) },
    { path: "orders/:id", ...lazyPage(() => import("./OrderPage").then((m) => m.OrderPage)) },
    {
      path: "second-credits",
      ...lazyPage(() => import("./SecondCreditsPage").then((m) => m.SecondCreditsPage)),
    },
    {
      path: "second-credits/:id",
      ...lazyPage(() => import("./SecondCreditPage").then((m) => m.SecondCreditPage)),
    },
    {
      path: "joint-credits",
      ...lazyPage(() => import("./JointCreditsPage").then((m) => m.JointCreditsPage)),
    },
    {
      path: "joint-credits/:id",
      ...lazyPage(() => import("./JointCreditPage").then((m) => m.JointCreditPage)),
    },
    { path: "consents", ...lazyPage(() => import("./ConsentsPage").then((m) => m.ConsentsPage)) },
    { path: "consents/:id", ...lazyPage(() => import("./ConsentPage").then((m) => m.ConsentPage)) },
    { path: "complaints", ...lazyPage(() => import("./ComplaintsPage").then((m) => m.ComplaintsPage)) },
    {
      path: "complaints/new",
      ...lazyPage(() => import("./NewComplaintPage").then((m) => m.NewComplaintPage)),
    },
    { path: "complaints/:id", ...lazyPage(() => import("./ComplaintPage").then((m) => m.ComplaintPage)) },
    { path: "points", ...lazyPage(() => import("./PointsPage").then((m) => m.PointsPage)) },
    { path: "team", ...lazyPage(() => import("./TeamPage").then((m) => m.TeamPage)) },
    ...sharedRoutes,
  ],
};
