/** Which dialog of a page or a card is open: it is mounted while it is, and what it did is said in a toast. */
import { useState } from "react";
import { useToast } from "./Toast";

export function useDialog<K>() {
  const [open, show] = useState<K | null>(null);
  const toast = useToast();
  const close = () => show(null);
  const done = (text: string) => {
    show(null);
    toast(text);
  };
  return { open, show, close, done };
}
