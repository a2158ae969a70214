/** Unread messages, asked again every 30 seconds while the page is visible. */
import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { can, useMe } from "@/api/session";

export function useUnreadCount(): number {
  const me = useMe();
  const unread = useQuery({
    queryKey: ["messages", "unread-count"],
    queryFn: ({ signal }) => unwrap(api.GET("/messages/unread-count", { signal })),
    refetchInterval: 30_000,
    enabled: can(me, "messages.read"),
  });
  return unread.data?.count ?? 0;
}
