/** Routes of the operator's back office; pages load on first visit. */
import type { RouteObject } from "react-router";
import { lazyPage } from "@/app/lazyPage";
import { sharedRoutes } from "@/centres/shell/sharedRoutes";

export const operatorRoutes: RouteObject = {
  path: "/operator",
  ...lazyPage(() => import("./OperatorCentre").then((m) => m.OperatorCentre)),
  children: [
    { index: true, ...lazyPage(() => import("./QueuePage").then((m) => m.QueuePage)) },
    {
      path: "organizations",
      ...lazyPage(() => import("./OrganizationsPage").then((m) => m.OrganizationsPage)),
    },
    {
      path: "organizations/:id",
      ...lazyPage(() => import("./OrganizationPage").then((m) => m.OrganizationPage)),
    },
    { path: "accounts", ...lazyPage(() => import("./AccountsPage").then((m) => m.AccountsPage)) },
    { path: "accounts/:id", ...lazyPage(() => import("./AccountPage").then((m) => m.AccountPage)) },
    { path: "demands/:id", ...lazyPage(() => import("./DemandReviewPage").then((m) => m.DemandReviewPage)) },
    { path: "products", ...lazyPage(() => import("./ProductsPage").then((m) => m.ProductsPage)) },
    {
      path: "products/:id",
      ...lazyPage(() => import("./ProductReviewPage").then((m) => m.ProductReviewPage)),
    },
    {
      path: "rating-appeals/:id",
      ...lazyPage(() => import("./RatingAppealPage").then((m) => m.RatingAppealPage)),
    },
    {
      path: "second-credits/:id",
      ...lazyPage(() => import("./SecondReviewPage").then((m) => m.SecondReviewPage)),
    },
    {
      path: "certifications/:id",
      ...lazyPage(() => import("./CertificationPage").then((m) => m.CertificationPage)),
    },
    { path: "unanswered", ...lazyPage(() => import("./UnansweredPage").then((m) => m.UnansweredPage)) },
    { path: "overdue", ...lazyPage(() => import("./OverduePage").then((m) => m.OverduePage)) },
    { path: "complaints", ...lazyPage(() => import("./ComplaintsPage").then((m) => m.ComplaintsPage)) },
    { path: "complaints/:id", ...lazyPage(() => import("./ComplaintPage").then((m) => m.ComplaintPage)) },
    { path: "points", ...lazyPage(() => import("./PointsPage").then((m) => m.PointsPage)) },
    {
      path: "points/:id",
      ...lazyPage(() => import("./OrganizationPointsPage").then((m) => m.OrganizationPointsPage)),
    },
    { path: "audit", ...lazyPage(() => import("./AuditPage").then((m) => m.AuditPage)) },
    { path: "jobs", ...lazyPage(() => import("./JobsPage").then((m) => m.JobsPage)) },
    { path: "parameters", ...lazyPage(() => import("./ParametersPage").then((m) => m.ParametersPage)) },
    { path: "calendar", ...lazyPage(() => import("./CalendarPage").then((m) => m.CalendarPage)) },
    {
      path: "score-weights",
      ...lazyPage(() => import("./ScoreWeightsPage").then((m) => m.ScoreWeightsPage)),
    },
    { path: "matching", ...lazyPage(() => import("./MatchingPage").then((m) => m.MatchingPage)) },
    ...sharedRoutes,
  ],
};
