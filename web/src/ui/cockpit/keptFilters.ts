/**
 * Filters that stick: in the address while one is on the page, and in this browser for the account, so that they are there
 * again when one comes back by the menu.
 */
import { useSearchParams } from "react-router";
import { useMe } from "@/api/session";

const keyOf = (account: string, place: string) => `filters:${account}:${place}`;

function load(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function store(key: string, search: string): void {
  try {
    if (search) localStorage.setItem(key, search);
    else localStorage.removeItem(key);
  } catch {
    // Kept in the address alone, then.
  }
}

/** `place` names the page in the store; `names` are the filters. What the address says counts more than what was kept. */
export function useKeptFilters<N extends string>(place: string, names: readonly N[]) {
  const [params, setParams] = useSearchParams();
  const key = keyOf(useMe().account_id, place);
  const said = names.some((name) => params.has(name));
  const source = said ? params : new URLSearchParams(load(key));
  const filters = Object.fromEntries(names.map((name) => [name, source.get(name) || undefined])) as Record<
    N,
    string | undefined
  >;
  const set = (name: N, value: string | undefined) => {
    const kept = new URLSearchParams();
    for (const [other, now] of Object.entries<string | undefined>({ ...filters, [name]: value }))
      if (now) kept.set(other, now);
    store(key, kept.toString());
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const other of names) next.delete(other);
        for (const [other, now] of kept) next.set(other, now);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return [filters, set] as const;
}
