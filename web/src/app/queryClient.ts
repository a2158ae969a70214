/** The cache of server state: retries only what may succeed, and notices when the session has ended or owes an agreement. */
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { toProblem } from "@/api/problem";
import { sessionQuery } from "@/api/session";

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        const { status, code } = toProblem(error);
        // The guard of the centre sends the visitor to the login page, with the way back.
        if (status === 401) client.setQueryData(sessionQuery.queryKey, (old) => old && { ...old, me: null });
        // And it has whoever owes an agreement sign it, once the session says which.
        const owing = client.getQueryData(sessionQuery.queryKey)?.me?.agreements_due ?? [];
        if (code === "agreements.outdated" && owing.length === 0)
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
