/** A firm on one page, for each who may read it. */
import { readQuery } from "@/api/queries";

export const ownPanoramaQuery = readQuery("stats", "/enterprise/panorama");

export const firmPanoramaQuery = (id: string) => readQuery("stats", "/firms/{id}/panorama", { path: { id } });

export const orderPanoramaQuery = (id: string) =>
  readQuery("stats", "/institution/orders/{id}/panorama", { path: { id } });
