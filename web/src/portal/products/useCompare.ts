/** Products chosen for comparison: at most four of one kind, kept in this browser tab. */
import { useCallback, useSyncExternalStore } from "react";
import type { Schema } from "@/api/types";

export type Chosen = { id: string; name: string; kind: Schema<"FinancingKind"> };

export const MOST = 4;
const KEY = "compare";
const listeners = new Set<() => void>();
let known = "[]";

function read(): string {
  try {
    known = sessionStorage.getItem(KEY) ?? "[]";
  } catch {
    // Without a store the choice lives as long as the page.
  }
  return known;
}

function write(chosen: Chosen[]) {
  known = JSON.stringify(chosen);
  try {
    sessionStorage.setItem(KEY, known);
  } catch {
    // As above.
  }
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function parse(text: string): Chosen[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? (value as Chosen[]).filter((one) => one?.id && one.name && one.kind) : [];
  } catch {
    return [];
  }
}

/** The choice after a click on `one`: out if it was in; a loan and a fund are not compared, the newer kind stays. */
export function toggled(chosen: readonly Chosen[], one: Chosen): Chosen[] {
  if (chosen.some((other) => other.id === one.id)) return chosen.filter((other) => other.id !== one.id);
  const alike = chosen.filter((other) => other.kind === one.kind);
  return alike.length >= MOST ? [...alike] : [...alike, one];
}

export function useCompare() {
  const chosen = parse(useSyncExternalStore(subscribe, read));
  const toggle = useCallback((one: Chosen) => write(toggled(parse(read()), one)), []);
  const clear = useCallback(() => write([]), []);
  return { chosen, toggle, clear };
}
