/** Forecasts as their department and the firms that subscribed read them. */
import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const ownForecastsQuery = (query: Query<"/government/forecasts">) =>
  listQuery("forecasts", "/government/forecasts", { query });

export const ownForecastQuery = (id: string) =>
  readQuery("forecasts", "/government/forecasts/{id}", { path: { id } });

export const subscribedForecastsQuery = (query: Query<"/enterprise/forecasts">) =>
  listQuery("forecasts", "/enterprise/forecasts", { query });
