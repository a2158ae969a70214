/** The stream of topics that have changed: what is shown of them is asked for again. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { refresh } from "./queries";
import { staleRoots } from "./topics";

/** Keeps the stream open while the calling page is. Without it the pages work as before, only not by themselves. */
export function useLive() {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === "undefined") return;
    const source = new EventSource("/api/live");
    let lost = false;
    source.onmessage = (event: MessageEvent<string>) =>
      void refresh(queryClient, staleRoots(event.data.split(",")));
    source.onerror = () => {
      lost = true;
    };
    source.onopen = () => {
      if (lost) void refresh(queryClient, "all");
      lost = false;
    };
    return () => source.close();
  }, [queryClient]);
}
