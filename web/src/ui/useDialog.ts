/** Which dialog of a page or a card is open: it is mounted while it is, and what it did is said in a toast. */
import { useRef, useState } from "react";
import { useToast } from "./Toast";

export function useDialog<K>() {
  const [open, setOpen] = useState<K | null>(null);
  const toast = useToast();
  /** What the dialog was opened with. */
  const began = useRef<Element | null>(null);
  const show = (key: K) => {
    began.current = document.activeElement;
    // What is said of the step before would lie over the title.
    toast("");
    setOpen(key);
  };
  const close = () => {
    setOpen(null);
    void import("@/lib/keepFocus").then(({ keepFocus }) => keepFocus(began.current));
  };
  const done = (text: string) => {
    close();
    toast(text);
  };
  return { open, show, close, done };
}
