/** The title of the browser tab. */
import { useEffect } from "react";
import { useSite } from "@/api/settings";

export function useTitle(title: string): void {
  const { name } = useSite();
  useEffect(() => {
    document.title = [title, name].filter(Boolean).join(" · ");
  }, [title, name]);
}
