/** 领取: takes entries of the queue in hand, and gives them back. */
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { useToast } from "@/ui/Toast";

/** So many are taken at once from the head of the queue. */
export const NEXT = 10;

/** Takes the open entry, or gives it back; nothing to do while it is not in the queue. */
export function useClaim(item: Schema<"ReviewItem"> | undefined) {
  const toast = useToast();
  const claim = item?.claim ?? null;
  const own = claim?.own === true;
  const write = useIntent(
    (id: string, headers) => {
      const call = { params: { path: { id } }, headers };
      return unwrap(
        own
          ? api.DELETE("/operator/reviews/{id}/claim", call)
          : api.POST("/operator/reviews/{id}/claim", call),
      );
    },
    {
      changes: "reviews",
      onSuccess: () => toast(own ? "已放弃领取，其他人可以办理" : "已领取，其他人暂时不能办理"),
    },
  );
  const waiting = item?.state === "waiting";
  return {
    claim,
    mine: own,
    pending: write.isPending,
    toggle:
      waiting && (own || !claim)
        ? () => write.mutate(item.id, { onError: (problem) => toast(problem.detail) })
        : null,
  };
}

/** Takes what has waited longest and nobody has. */
export function useClaimNext(kind: Schema<"ReviewKind"> | undefined, onTaken: () => void) {
  const toast = useToast();
  const write = useIntent(
    (_: null, headers) =>
      unwrap(api.POST("/operator/reviews/claims", { headers, body: { kind, count: NEXT } })),
    {
      changes: "reviews",
      onSuccess: ({ claimed }) => {
        toast(claimed > 0 ? `已领取 ${claimed} 件` : "没有可以领取的事项");
        if (claimed > 0) onTaken();
      },
    },
  );
  return {
    pending: write.isPending,
    take: () => write.mutate(null, { onError: (problem) => toast(problem.detail) }),
  };
}
