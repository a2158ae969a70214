/** Listens for the keys of the desk while it is shown, and whether the person wants them. */
import { useEffect, useSyncExternalStore } from "react";
import { isDialogOpen } from "@/lib/openDialog";
import { takesLetters } from "@/lib/takesLetters";
import { type Command, commandOf } from "./keys";

export function useDeskKeys(run: (command: Command) => void): void {
  const [on] = useSingleKeys();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const place = { typing: takesLetters(event.target), asking: isDialogOpen(), off: !on };
      const command = commandOf(event, place);
      if (!command) return;
      event.preventDefault();
      run(command);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}

const OFF = "desk-keys-off";
const listeners = new Set<() => void>();

/** For where nothing may be stored: until the page is loaded again. */
let off = false;

function isOn(): boolean {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return !off;
  }
}

/** Whether single keys do something; who speaks to the computer may not want that. Remembered on this device. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, isOn);
  const set = (next: boolean) => {
    off = !next;
    try {
      if (next) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    } catch {
      // Not remembered then.
    }
    for (const changed of listeners) changed();
  };
  return [on, set];
}
