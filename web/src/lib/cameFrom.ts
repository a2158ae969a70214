/** A link says which page it stands on, for pages that several lead to: kept with the entry of the history. */

export type Back = { to: string; label: string };

/** The state of a link. */
export const from = (back: Back) => ({ from: back });

const isBack = (value: unknown): value is Back =>
  typeof value === "object" &&
  value !== null &&
  "to" in value &&
  "label" in value &&
  typeof value.to === "string" &&
  typeof value.label === "string";

/** Where a link came from, if the `state` of the place says so. */
export const cameFrom = (state: unknown): Back | undefined =>
  typeof state === "object" && state !== null && "from" in state && isBack(state.from)
    ? state.from
    : undefined;
