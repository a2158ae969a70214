/** What in a text tells who the enterprise is, asked while it is written: by the same rule as when it is published. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@/lib/useDebouncedValue";
import { api, unwrap } from "./client";
import type { Schema } from "./types";

const PAUSE_MS = 600;
const NONE: Schema<"Hit">[] = [];

/** `demand` for the operator, who looks at somebody else's. */
const hitsQuery = (text: string, demand: string | undefined) =>
  queryOptions({
    queryKey: ["identifying", demand ?? "own", text],
    queryFn: ({ signal }) =>
      demand
        ? unwrap(
            api.POST("/operator/demands/{id}/identifying", {
              params: { path: { id: demand } },
              body: { text },
              signal,
            }),
          )
        : unwrap(api.POST("/enterprise/demands/identifying", { body: { text }, signal })),
    enabled: text.trim().length > 1,
    staleTime: 60_000,
    retry: false,
  });

/** Hits in `text`; none while it changes. */
export function useHits(text: string | null | undefined, demand?: string): Schema<"Hit">[] {
  const asked = useDebouncedValue(text ?? "", PAUSE_MS);
  const { data } = useQuery(hitsQuery(asked, demand));
  return asked === text ? (data ?? NONE) : NONE;
}
