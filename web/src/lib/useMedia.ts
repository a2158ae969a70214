/** Layout switches as hooks: the phone breakpoint, and 大字版. */
import { useSyncExternalStore } from "react";

const PHONE = "(max-width: 767px)";

const phoneList = () => globalThis.matchMedia?.(PHONE);

/** True under 768 px, where lists become cards. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = phoneList();
      list?.addEventListener("change", changed);
      return () => list?.removeEventListener("change", changed);
    },
    () => phoneList()?.matches ?? false,
  );
}

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
