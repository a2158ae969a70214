/** The stream of topics that have changed: what is shown of them is asked for again. */
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** What is stale when the server names a topic. An unknown one makes everything stale. */
const STALE: Record<string, readonly QueryKey[]> = {
  orders: [
    ["orders"],
    ["joint-credits"],
    ["demands"],
    ["ratings"],
    ["consents"],
    ["market"],
    ["matching"],
    ["points"],
  ],
  demands: [["demands"], ["orders"], ["matching"], ["points"]],
  products: [["products"], ["matching"], ["points"]],
  ratings: [["ratings"], ["orders"], ["points"]],
  points: [["points"]],
  joint_credits: [["joint-credits"], ["orders"]],
  second_credits: [["second-credits"], ["orders"]],
  joint_members: [["joint-credits"]],
  organizations: [["organizations"], ["session"], ["certifications"]],
  certifications: [["certifications"], ["session"]],
  complaints: [["complaints"], ["orders"]],
  consents: [["consents"], ["orders"], ["complaints"]],
  messages: [["messages"]],
  market: [["market"], ["matching"], ["joint-credits"]],
  reviews: [["reviews"], ["complaints"], ["accounts"]],
  account_admin: [["accounts"], ["account"]],
  accounts: [["account"], ["session"]],
};

/** Query keys for one event: topics with commas between them. */
export function staleKeys(data: string): readonly QueryKey[] | "all" {
  const topics = data.split(",");
  if (topics.some((topic) => !STALE[topic])) return "all";
  return topics.flatMap((topic) => STALE[topic] ?? []);
}

/** Keeps the stream open while the calling page is. Without it the pages work as before, only not by themselves. */
export function useLive() {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === "undefined") return;
    const source = new EventSource("/api/live");
    let lost = false;
    const refresh = (keys: ReturnType<typeof staleKeys>) => {
      if (keys === "all") queryClient.invalidateQueries();
      else for (const queryKey of keys) queryClient.invalidateQueries({ queryKey });
    };
    source.onmessage = (event: MessageEvent<string>) => refresh(staleKeys(event.data));
    source.onerror = () => {
      lost = true;
    };
    source.onopen = () => {
      if (lost) refresh("all");
      lost = false;
    };
    return () => source.close();
  }, [queryClient]);
}
