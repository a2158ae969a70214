/** Forecasts of policy items as everybody reads them, and whether the own firm is told of one. */
import { listQuery, readQuery } from "./queries";
import type { Query } from "./types";

export const forecastsQuery = (query: Query<"/forecasts">) => listQuery("forecasts", "/forecasts", { query });

export const forecastQuery = (id: string) => readQuery("forecasts", "/forecasts/{id}", { path: { id } });

export const subscriptionQuery = (id: string) =>
  readQuery("forecasts", "/enterprise/forecasts/{id}", { path: { id } });
