/** Types of the API, all from the generated document: bodies by the name of their schema, reads by their path. */
import type { components, paths } from "./schema.gen";

/** A body or a part of one: `Schema<"EnterpriseOrderView">`. */
export type Schema<K extends keyof components["schemas"]> = components["schemas"][K];

/** The document's paths start with /api; the client adds it, and no page writes it. */
export type Api = { [K in keyof paths as K extends `/api${infer Rest}` ? Rest : K]: paths[K] };

type Get<P extends keyof Api> = Api[P] extends { get: infer G } ? G : never;

/** Paths that answer with JSON. */
export type Readable = {
  [P in keyof Api]: Get<P> extends { responses: { 200: { content: { "application/json": unknown } } } }
    ? P
    : never;
}[keyof Api];

/** What a read answers: `Answer<"/points/entries">`. */
export type Answer<P extends Readable> =
  Get<P> extends { responses: { 200: { content: { "application/json": infer A } } } } ? A : never;

/** What a list can be asked for: `Query<"/points/entries">`. */
export type Query<P extends keyof Api> =
  Get<P> extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never;

/** What the path itself names: `{ id: string }`. */
export type PathParams<P extends keyof Api> =
  Get<P> extends { parameters: { path: infer Q } } ? Q : undefined;

/** Every list answers in this shape, whatever the generated page schema is called. */
export type Page<T> = { items: T[]; total: number; capped: boolean; page: number; size: number };
