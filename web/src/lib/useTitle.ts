/** The title of the browser tab. */
import { useEffect } from "react";

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 金桥`;
  }, [title]);
}
