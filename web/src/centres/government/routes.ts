/** Routes of the government centre; pages load on first visit. */
import type { RouteObject } from "react-router";
import { lazyPage } from "@/app/lazyPage";
import { sharedRoutes } from "@/centres/shell/sharedRoutes";

export const governmentRoutes: RouteObject = {
  path: "/government",
  ...lazyPage(() => import("./GovernmentCentre").then((m) => m.GovernmentCentre)),
  children: [
    { index: true, ...lazyPage(() => import("./OverviewPage").then((m) => m.OverviewPage)) },
    { path: "unmatched", ...lazyPage(() => import("./UnmatchedPage").then((m) => m.UnmatchedPage)) },
    { path: "overdue", ...lazyPage(() => import("./OverduePage").then((m) => m.OverduePage)) },
    { path: "complaints", ...lazyPage(() => import("./ComplaintsPage").then((m) => m.ComplaintsPage)) },
    { path: "complaints/new", ...lazyPage(() => import("./NewIncidentPage").then((m) => m.NewIncidentPage)) },
    { path: "complaints/:id", ...lazyPage(() => import("./ComplaintPage").then((m) => m.ComplaintPage)) },
    { path: "assessment", ...lazyPage(() => import("./AssessmentPage").then((m) => m.AssessmentPage)) },
    { path: "segments", ...lazyPage(() => import("./SegmentsPage").then((m) => m.SegmentsPage)) },
    { path: "audit", ...lazyPage(() => import("./AuditPage").then((m) => m.AuditPage)) },
    ...sharedRoutes,
  ],
};
