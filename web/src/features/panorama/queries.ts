/** A firm on one page, for each who may read it. */
import { readQuery } from "@/api/queries";

export const ownPanoramaQuery = readQuery("stats", "/enterprise/panorama");

/** Each look stands in the firm's log: it is not asked for again because somebody comes back to the window. */
const LOOKED = { staleTime: 10 * 60_000 };

export const firmPanoramaQuery = (id: string) => ({
  ...readQuery("stats", "/firms/{id}/panorama", { path: { id } }),
  ...LOOKED,
});

export const orderPanoramaQuery = (id: string) => ({
  ...readQuery("stats", "/institution/orders/{id}/panorama", { path: { id } }),
  ...LOOKED,
});
