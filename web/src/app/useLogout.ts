/** Ends the session, and forgets everything this account has seen. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { sessionQuery } from "@/api/session";
import { paths } from "./paths";

export function useLogout() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useIntent<void, unknown>(() => unwrap(api.DELETE("/session")), {
    onSuccess: async () => {
      // First away from the guarded page (rendered at once, not as a transition), or its guard would lead to the login.
      await navigate(paths.home, { replace: true, flushSync: true });
      queryClient.setQueryData(sessionQuery.queryKey, (old) => old && { ...old, me: null });
      queryClient.removeQueries({
        predicate: (query) => query.queryKey[0] !== "session" && !query.isActive(),
      });
    },
  });
}
