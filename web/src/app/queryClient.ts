/** The cache of server state: retries only what may succeed, and notices when the session has ended. */
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { toProblem } from "@/api/problem";
import { sessionQuery } from "@/api/session";

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        // The guard of the centre sends the visitor to the login page, with the way back.
        if (toProblem(error).status === 401)
          client.setQueryData(sessionQuery.queryKey, (old) => old && { ...old, me: null });
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
