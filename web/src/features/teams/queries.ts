/** The own team, for its primary account; every write answers with the whole of it. */
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";

export const teamQuery = queryOptions({
  queryKey: ["team"],
  queryFn: ({ signal }) => unwrap(api.GET("/team", { signal })),
});

/** Colleagues are named in orders and their workload too. */
const TOUCHED = [["team"], ["orders"]];

type AccountAction = "disable" | "enable" | "reset-password";

export function useUnitWrite(onSuccess: () => void) {
  return useIntent(
    (input: { id?: string; parent_id: string; name: string }) =>
      input.id
        ? unwrap(
            api.PUT("/team/units/{id}", {
              params: { path: { id: input.id } },
              body: { name: input.name },
            }),
          )
        : unwrap(api.POST("/team/units", { body: { parent_id: input.parent_id, name: input.name } })),
    { invalidate: TOUCHED, onSuccess },
  );
}

export function useUnitClose(onSuccess: () => void) {
  return useIntent((id: string) => unwrap(api.POST("/team/units/{id}/close", { params: { path: { id } } })), {
    invalidate: TOUCHED,
    onSuccess,
  });
}

/** Disable, enable or reset one sub-account; only a reset answers with a password. */
export function useAccountAction(onSuccess: (password: string | null) => void) {
  return useIntent(
    async ({ id, action }: { id: string; action: AccountAction }) => {
      const params = { path: { id } };
      if (action === "reset-password") {
        const added = await unwrap(api.POST("/team/accounts/{id}/reset-password", { params }));
        return added.password;
      }
      if (action === "enable") await unwrap(api.POST("/team/accounts/{id}/enable", { params }));
      else await unwrap(api.POST("/team/accounts/{id}/disable", { params }));
      return null;
    },
    { invalidate: TOUCHED, onSuccess },
  );
}
