/** Types of the API, all from the generated document: bodies by the name of their schema, queries by their path. */
import type { components, paths } from "./schema.gen";

/** A body or a part of one: `Schema<"EnterpriseOrderView">`. */
export type Schema<K extends keyof components["schemas"]> = components["schemas"][K];

/** What a list can be asked for: `Query<"/api/points/entries">`. */
export type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;

/** Every list answers in this shape, whatever the generated page schema is called. */
export type Page<T> = { items: T[]; total: number; capped: boolean; page: number; size: number };
