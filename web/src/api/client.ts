/** The typed API client: relative to /api, with the CSRF header, answers unwrapped or thrown as Problem. */
import createClient from "openapi-fetch";
import { networkProblem, Problem } from "./problem";
import type { Api, Schema } from "./types";

export const api = createClient<Api>({
  baseUrl: `${globalThis.location?.origin ?? ""}/api`,
  credentials: "same-origin",
  headers: { "X-Requested-With": "jinqiao", Accept: "application/json" },
  // Looked up per call, so that tests can replace fetch.
  fetch: (request) => globalThis.fetch(request),
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

const isProblemBody = (value: unknown): value is Schema<"Problem"> =>
  typeof value === "object" && value !== null && "detail" in value && "status" in value;

/** Resolves to the body, or throws a Problem whatever went wrong. */
export async function unwrap<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (error) {
    // An aborted query is not a failure; react-query recognises it by its own signal.
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw networkProblem();
  }
  if (answer.response.ok) return answer.data as T;
  if (isProblemBody(answer.error)) throw new Problem({ ...answer.error, status: answer.response.status });
  throw new Problem({ status: answer.response.status });
}

/** The version of a record as it was read, for the header of a change: a newer one is refused with `conflict.stale`. */
export const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });
