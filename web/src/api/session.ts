/** Who is logged in: one query for the whole app, and the calls that change it. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { readQuery } from "./queries";
import type { Schema } from "./types";

export const sessionQuery = queryOptions({ ...readQuery("session", "/session"), staleTime: 60_000 });

export const useSession = () => useQuery(sessionQuery);

/** Inside a centre somebody is logged in: the guard has made sure. */
export function useMe(): Schema<"Me"> {
  const session = useSession();
  if (!session.data?.me) throw new Error("useMe outside a guarded centre");
  return session.data.me;
}

export const can = (me: Schema<"Me">, permission: string) => me.permissions.includes(permission);
