/** Marks messages as read, one after the other: the platform takes one at a time, or all there are. */
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";

export function useRead(onSuccess?: () => void) {
  return useIntent(
    async (messages: readonly Schema<"MessageView">[]) => {
      for (const { id } of messages)
        await unwrap(api.POST("/messages/{id}/read", { params: { path: { id } } }));
    },
    { changes: "messages", onSuccess },
  );
}
