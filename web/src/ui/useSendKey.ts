/** Ctrl or ⌘ with Enter sends what a dialog holds, wherever in it the focus is, as Enter does in a field of one line. */
import { type RefObject, useEffect } from "react";

export function useSendKey(inside: RefObject<HTMLElement | null>, send: (() => void) | undefined): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey;
      if (!held || event.key !== "Enter" || event.repeat || event.isComposing) return;
      // One dialog may stand on another.
      const dialog = inside.current?.closest('[role="dialog"]');
      if (!send || !(event.target instanceof Node) || !dialog?.contains(event.target)) return;
      event.preventDefault();
      send();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}
