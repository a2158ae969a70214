/** Ctrl K or ⌘ K, which opens and closes the palette, unless another dialog asks for something. */
import { useEffect } from "react";
import { isDialogOpen } from "@/lib/openDialog";

const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

/** As the button says it. */
export const paletteKey = () => (isMac() ? "⌘ K" : "Ctrl K");

export function usePaletteKey(open: boolean, onOpen: () => void, onClose: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const held = (isMac() ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey;
      if (!held || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      if (open) onClose();
      else if (!isDialogOpen()) onOpen();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}
