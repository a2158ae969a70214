/** What was open for editing when the page showed it stays open: the answer to one's own submission may come after the news of it. */
import { useRef } from "react";

/** True from the first render in which `open` is. */
export function useOpened(open: boolean): boolean {
  const opened = useRef(false);
  if (open) opened.current = true;
  return opened.current;
}
