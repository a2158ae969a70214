/** Unread messages, asked again every 30 seconds while the page is visible. */
import { useQuery } from "@tanstack/react-query";
import { readQuery } from "@/api/queries";
import { can, useMe } from "@/api/session";

export function useUnreadCount(): number {
  const me = useMe();
  const unread = useQuery({
    ...readQuery("messages", "/messages/unread-count"),
    refetchInterval: 30_000,
    enabled: can(me, "messages.read"),
  });
  return unread.data?.count ?? 0;
}
