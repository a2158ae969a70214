/** All routes. Pages are loaded when first visited, and so are the paths of a centre; the entry only knows those of portal and account. */
import { createBrowserRouter, Navigate, type RouteObject } from "react-router";
import { routesAt } from "@/centres/shell/centres";
import { lazyPage } from "./lazyPage";
import { ErrorPage, NotFoundPage } from "./StatusPages";

/** In the version in force, or in one that was. */
const policy = lazyPage(() => import("@/portal/policies/PolicyPage").then((m) => m.PolicyPage));

const portal: RouteObject = {
  ...lazyPage(() => import("@/portal/PortalLayout").then((m) => m.PortalLayout)),
  children: [
    { path: "/", ...lazyPage(() => import("@/portal/HomePage").then((m) => m.HomePage)) },
    { path: "/help", ...lazyPage(() => import("@/portal/HelpPage").then((m) => m.HelpPage)) },
    {
      path: "/estimate",
      ...lazyPage(() => import("@/portal/estimate/EstimatePage").then((m) => m.EstimatePage)),
    },
    {
      path: "/accessibility",
      ...lazyPage(() => import("@/portal/AccessibilityPage").then((m) => m.AccessibilityPage)),
    },
    {
      path: "/products",
      ...lazyPage(() => import("@/portal/products/ShelfPage").then((m) => m.DebtShelfPage)),
    },
    {
      path: "/equity",
      ...lazyPage(() => import("@/portal/products/ShelfPage").then((m) => m.EquityShelfPage)),
    },
    {
      path: "/products/compare",
      ...lazyPage(() => import("@/portal/products/ComparePage").then((m) => m.ComparePage)),
    },
    {
      path: "/products/:id",
      ...lazyPage(() => import("@/portal/products/ProductPage").then((m) => m.ProductPage)),
    },
    {
      path: "/policies",
      ...lazyPage(() => import("@/portal/policies/PoliciesPage").then((m) => m.PoliciesPage)),
    },
    {
      path: "/policies/match",
      ...lazyPage(() => import("@/portal/policies/match/MatchPage").then((m) => m.MatchPage)),
    },
    {
      path: "/policies/forecasts",
      ...lazyPage(() => import("@/portal/forecasts/ForecastsPage").then((m) => m.ForecastsPage)),
    },
    {
      path: "/policies/forecasts/:id",
      ...lazyPage(() => import("@/portal/forecasts/ForecastPage").then((m) => m.ForecastPage)),
    },
    {
      path: "/publicity",
      ...lazyPage(() => import("@/portal/policies/PublicityPage").then((m) => m.PublicityPage)),
    },
    { path: "/policies/:id", ...policy },
    { path: "/policies/:id/versions/:number", ...policy },
    {
      path: "/institutions/:id",
      ...lazyPage(() => import("@/portal/InstitutionCardPage").then((m) => m.InstitutionCardPage)),
    },
    {
      path: "/agreements/:kind",
      ...lazyPage(() => import("@/portal/AgreementPage").then((m) => m.AgreementPage)),
    },
    { path: "*", element: <NotFoundPage nested /> },
  ],
};

const account: RouteObject = {
  ...lazyPage(() => import("@/account/AccountLayout").then((m) => m.AccountLayout)),
  children: [
    { path: "/login", ...lazyPage(() => import("@/account/LoginPage").then((m) => m.LoginPage)) },
    {
      ...lazyPage(() => import("@/ui/AntdRoot").then((m) => m.AntdRoot)),
      children: [
        { path: "/forgot", ...lazyPage(() => import("@/account/ForgotPage").then((m) => m.ForgotPage)) },
        {
          path: "/register",
          ...lazyPage(() => import("@/account/RegisterKindPage").then((m) => m.RegisterKindPage)),
        },
        {
          path: "/register/:kind",
          ...lazyPage(() => import("@/account/RegisterPage").then((m) => m.RegisterPage)),
        },
        {
          path: "/password",
          ...lazyPage(() => import("@/account/PasswordDuePage").then((m) => m.PasswordDuePage)),
        },
        {
          path: "/agreements",
          ...lazyPage(() => import("@/account/AgreementsDuePage").then((m) => m.AgreementsDuePage)),
        },
        {
          path: "/account-link",
          ...lazyPage(() => import("@/account/AccountLinkPage").then((m) => m.AccountLinkPage)),
        },
        {
          path: "/registration",
          ...lazyPage(() => import("@/account/RegistrationPage").then((m) => m.RegistrationPage)),
        },
      ],
    },
  ],
};

const ROOT = "root";

export const routes: RouteObject[] = [
  {
    id: ROOT,
    errorElement: <ErrorPage />,
    hydrateFallbackElement: (
      <div className="boot" role="status">
        正在加载…
      </div>
    ),
    children: [portal, account, { path: "/index.html", element: <Navigate to="/" replace /> }],
  },
];

export const createRouter = () =>
  createBrowserRouter(routes, {
    // Asked once for each path that nothing above knows, and never again for one that it has given routes for.
    patchRoutesOnNavigation: async ({ path, patch }) => patch(ROOT, await routesAt(path)),
  });
