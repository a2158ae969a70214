/** The centre in which an account works, wherever it is just now. */
import { skipToken, useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { homeOf } from "@/app/paths";
import { centreAt, loadCentre } from "./centres";

/** None for visitors, and before the account's organisation is active; `isPending` while its paths come. */
export function useOwnCentre(me: Schema<"Me"> | null | undefined) {
  const key = me ? centreAt(homeOf(me)) : undefined;
  const load = key === undefined ? skipToken : () => loadCentre(key);
  const { data, isPending } = useQuery({ queryKey: ["centre", key], queryFn: load, staleTime: Infinity });
  return { centre: data, isPending: key !== undefined && isPending };
}
