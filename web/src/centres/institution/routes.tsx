/** Routes of the institution centre; pages load on first visit. */
import type { RouteObject } from "react-router";
import { lazyPage } from "@/app/lazyPage";
import { sharedRoutes } from "@/centres/shell/sharedRoutes";

export const institutionRoutes: RouteObject = {
  path: "/institution",
  ...lazyPage(() => import("./InstitutionCentre").then((m) => m.InstitutionCentre)),
  children: [
    { index: true, ...lazyPage(() => import("./WorkbenchPage").then((m) => m.WorkbenchPage)) },
    { path: "market", ...lazyPage(() => import("./MarketPage").then((m) => m.MarketPage)) },
    { path: "market/:id", ...lazyPage(() => import("./MarketDemandPage").then((m) => m.MarketDemandPage)) },
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
    { path: "products", ...lazyPage(() => import("./ProductsPage").then((m) => m.ProductsPage)) },
    { path: "products/new", ...lazyPage(() => import("./ProductEditPage").then((m) => m.ProductEditPage)) },
    { path: "products/:id", ...lazyPage(() => import("./ProductPage").then((m) => m.ProductPage)) },
    {
      path: "products/:id/edit",
      ...lazyPage(() => import("./ProductEditPage").then((m) => m.ProductEditPage)),
    },
    { path: "complaints", ...lazyPage(() => import("./ComplaintsPage").then((m) => m.ComplaintsPage)) },
    {
      path: "complaints/new",
      ...lazyPage(() => import("./NewComplaintPage").then((m) => m.NewComplaintPage)),
    },
    { path: "complaints/:id", ...lazyPage(() => import("./ComplaintPage").then((m) => m.ComplaintPage)) },
    { path: "points", ...lazyPage(() => import("./PointsPage").then((m) => m.PointsPage)) },
    { path: "card", ...lazyPage(() => import("@/features/certifications/CardPage").then((m) => m.CardPage)) },
    { path: "team", ...lazyPage(() => import("./TeamPage").then((m) => m.TeamPage)) },
    ...sharedRoutes,
  ],
};
