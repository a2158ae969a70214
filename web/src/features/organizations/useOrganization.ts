/** One organisation and the operator's decisions about it. */
import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";

const INVALIDATE = [["organizations"], ["reviews"]];

export const useOrganization = (id: string) =>
  useQuery({
    queryKey: ["organizations", "detail", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/operator/organizations/{id}", { params: { path: { id } }, signal })),
  });

/** How much of its room the organisation's files take. */
export const useOrganizationStorage = (id: string) =>
  useQuery({
    queryKey: ["organizations", "storage", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/operator/organizations/{id}/storage", { params: { path: { id } }, signal })),
  });

/** `onDone(text)` gets the confirmation to show. */
export function useOrganizationDecisions(id: string, version: number, onDone: (text: string) => void) {
  const params = { path: { id } };
  const approve = useIntent(
    (_: undefined, headers) =>
      unwrap(api.POST("/operator/organizations/{id}/approve", { params, headers, body: { version } })),
    { invalidate: INVALIDATE, onSuccess: () => onDone("已通过，账号已开通") },
  );
  const giveBack = useIntent(
    (defects: Schema<"Defect">[], headers) =>
      unwrap(
        api.POST("/operator/organizations/{id}/return", { params, headers, body: { version, defects } }),
      ),
    { invalidate: INVALIDATE, onSuccess: () => onDone("已退回补正，并通知对方") },
  );
  const refuse = useIntent(
    (reason: string, headers) =>
      unwrap(api.POST("/operator/organizations/{id}/refuse", { params, headers, body: { version, reason } })),
    { invalidate: INVALIDATE, onSuccess: () => onDone("已驳回，并通知对方") },
  );
  const certify = useIntent(
    ({ certified, reason }: { certified: boolean; reason: string }, headers) =>
      unwrap(
        api.POST("/operator/organizations/{id}/certify", {
          params,
          headers,
          body: { version, certified, reason: reason || null },
        }),
      ),
    {
      invalidate: INVALIDATE,
      onSuccess: ({ organization }) => onDone(organization.certified ? "已完成认证" : "已取消认证"),
    },
  );
  const suspend = useIntent(
    (reason: string, headers) =>
      unwrap(
        api.POST("/operator/organizations/{id}/suspend", { params, headers, body: { version, reason } }),
      ),
    { invalidate: [...INVALIDATE, ["accounts"]], onSuccess: () => onDone("已暂停使用，其账号已退出登录") },
  );
  const resume = useIntent(
    (reason: string, headers) =>
      unwrap(api.POST("/operator/organizations/{id}/resume", { params, headers, body: { version, reason } })),
    { invalidate: [...INVALIDATE, ["accounts"]], onSuccess: () => onDone("已恢复使用，并通知对方") },
  );
  return { approve, giveBack, refuse, certify, suspend, resume };
}
