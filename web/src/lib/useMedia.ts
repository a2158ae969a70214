/** Layout switches as hooks: the breakpoints, and 大字版. */
import { useSyncExternalStore } from "react";

function useMatches(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = globalThis.matchMedia?.(query);
      list?.addEventListener("change", changed);
      return () => list?.removeEventListener("change", changed);
    },
    () => globalThis.matchMedia?.(query).matches ?? false,
  );
}

/** True on screens under 768 px, where lists become cards; paper has the tables of a desktop. */
export const useIsPhone = () => useMatches("screen and (max-width: 767px)");

/** True from 1,100 px on, where a list has room beside what is opened from it. */
export const useIsWide = () => useMatches("(min-width: 1100px)");

const LARGE = "large-text";
const listeners = new Set<() => void>();

const isLarge = () => document.documentElement.classList.contains(LARGE);

/** Called once before the first paint. */
export function restoreLargeText(): void {
  try {
    document.documentElement.classList.toggle(LARGE, localStorage.getItem(LARGE) === "1");
  } catch {
    // Storage may be forbidden; the normal size is fine then.
  }
}

/** 大字版: a class on the root element that scales rem; remembered on this device. */
export function useLargeText(): [boolean, (large: boolean) => void] {
  const large = useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, isLarge);
  const set = (next: boolean) => {
    document.documentElement.classList.toggle(LARGE, next);
    try {
      localStorage.setItem(LARGE, next ? "1" : "0");
    } catch {
      // Not remembered then.
    }
    for (const changed of listeners) changed();
  };
  return [large, set];
}
