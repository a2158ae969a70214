/** Route objects whose page is loaded when it is first visited. */
import type { ComponentType } from "react";

/** `{ path: "orders", ...lazyPage(() => import("./OrdersPage").then((m) => m.OrdersPage)) }` */
export const lazyPage = (load: () => Promise<ComponentType>) => ({
  lazy: async () => ({ Component: await load() }),
});
