/** The cache of server state: retries only what may succeed, and notices when the session has ended or owes an agreement. */
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { toProblem } from "@/api/problem";
import { sessionQuery } from "@/api/session";

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        const { status, code } = toProblem(error);
        // The guard of the centre sends the visitor to the login page, with the way back.
        if (status === 401) client.setQueryData(sessionQuery.queryKey, (old) => old && { ...old, me: null });
        // It sends whoever has to accept an agreement there, but not away from a page on which something may be typed.
        if (code === "agreements.outdated" && query.state.data === undefined)
          void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => toProblem(error).unanswered && count < 2,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
  return client;
}
