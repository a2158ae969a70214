/** Names for rows that have none of their own, which go with them when rows are added, taken away or moved. */
import { useRef } from "react";

/** A list with its entry at `from` at `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from);
  const one = list[from];
  return one === undefined ? rest : [...rest.slice(0, to), one, ...rest.slice(to)];
}

/** A list with `one` at `at`. */
export const inserted = <T>(list: readonly T[], at: number, one: T): T[] => [
  ...list.slice(0, at),
  one,
  ...list.slice(at),
];

/** A list without its entry at `at`. */
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, place) => place !== at);

export function useRowKeys(count: number) {
  const next = useRef(0);
  const keys = useRef<number[]>([]);
  const fresh = () => {
    next.current += 1;
    return next.current;
  };
  // Other rows from outside, such as those of a version that was saved elsewhere.
  if (keys.current.length !== count) keys.current = Array.from({ length: count }, fresh);
  return {
    keys: keys.current,
    /** As it is now, after rows have been added. */
    keyAt: (at: number) => keys.current[at] ?? 0,
    insert: (at: number) => {
      keys.current = inserted(keys.current, at, fresh());
    },
    remove: (at: number) => {
      keys.current = without(keys.current, at);
    },
    move: (from: number, to: number) => {
      keys.current = moved(keys.current, from, to);
    },
  };
}
