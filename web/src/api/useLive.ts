/** The stream of topics that have changed: what is shown of them is asked for again. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { refresh } from "./queries";
import { settingsQuery, useTrainingTime } from "./settings";
import { staleRoots } from "./topics";

/** Pause before the first new try, doubled with each that fails, in milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** Two readings of the platform's time differ by less, in milliseconds, unless it was moved between them. */
const SAME_TIME = 60_000;

/** Spread out, so that after a restart not all pages come back at once. */
const pauseBefore = (tries: number) =>
  Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE) * (0.5 + Math.random());

type Told = { changed: (topics: string[]) => void; back: () => void };

/** Keeps a stream open until it is stopped. The browser gives up for good after any answer but 200, so all new tries are made here. */
function follow({ changed, back }: Told): () => void {
  let [tries, lost] = [0, false];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  const open = () => {
    source = new EventSource("/api/live");
    source.onmessage = (event: MessageEvent<string>) => changed(event.data.split(","));
    source.onopen = () => {
      // Nobody knows what changed meanwhile.
      if (lost) back();
      [tries, lost] = [0, false];
    };
    source.onerror = () => {
      source.close();
      lost = true;
      timer = setTimeout(open, pauseBefore(tries));
      tries += 1;
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** Where people train everything shown has another limit once somebody has moved the time on. */
function useMovedTime() {
  const queryClient = useQueryClient();
  const { time, ahead } = useTrainingTime();
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (time === null) return;
    const moved = before.current !== null && Math.abs(ahead - before.current) > SAME_TIME;
    before.current = ahead;
    if (moved) void refresh(queryClient, "all");
  }, [time, ahead, queryClient]);
}

/** Keeps the stream open while the calling page is. Without it the pages work as before, only not by themselves. */
export function useLive() {
  const queryClient = useQueryClient();
  useMovedTime();
  useEffect(() => {
    if (typeof EventSource === "undefined") return;
    return follow({
      changed: (topics) => {
        void refresh(queryClient, staleRoots(topics));
        // A moved time has no topic of its own: whatever is told may come of it.
        if (queryClient.getQueryData(settingsQuery.queryKey)?.training_now)
          void refresh(queryClient, ["settings"]);
      },
      back: () => void refresh(queryClient, "all"),
    });
  }, [queryClient]);
}
