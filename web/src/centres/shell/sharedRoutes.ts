/** Routes every centre has: messages and security. */
import type { RouteObject } from "react-router";
import { lazyPage } from "@/app/lazyPage";

export const sharedRoutes: RouteObject[] = [
  {
    path: "messages",
    ...lazyPage(() => import("@/features/messages/MessagesPage").then((m) => m.MessagesPage)),
  },
  { path: "security", ...lazyPage(() => import("@/account/SecurityPage").then((m) => m.SecurityPage)) },
];
