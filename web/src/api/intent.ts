/** Writes: one Idempotency-Key per intent of the user, kept while the outcome is unknown, renewed after a definite answer. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useContext, useRef } from "react";
import { type AgreementKind, agreementQuery, SigningContext } from "./agreements";
import { type Problem, toProblem } from "./problem";
import { refresh } from "./queries";
import { staleRoots, type Topic } from "./topics";

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export type IntentKey = { readonly current: () => string; readonly renew: () => void };

/** Created when the form or dialog opens (crypto.randomUUID is missing on plain http and in Safari 14). */
export function useIntentKey(): IntentKey {
  const key = useRef<string | null>(null);
  const intent = useRef<IntentKey>({
    current: () => {
      key.current ??= randomKey();
      return key.current;
    },
    renew: () => {
      key.current = null;
    },
  });
  return intent.current;
}

/** Passed on as `headers` of the call. */
export type IntentHeader = { "Idempotency-Key": string };

type Options<Out> = {
  /** What the write changes: what is shown of it is asked for again. */
  changes?: Topic;
  /** The agreement that is signed with the write: its version, as read, is handed to the write. */
  signs?: AgreementKind;
  onSuccess?: (out: Out) => void;
};

/**
 * A write with its own intent key: `const save = useIntent((input: In, headers) => unwrap(api.POST(path, { body: input,
 * headers })), { changes: "demands" })`, then `save.mutate(input)`; `save.error` is a Problem. Refused because a newer version
 * of an agreement is in force, it is sent again once that is signed.
 */
export function useIntent<In, Out>(
  run: (input: In, headers: IntentHeader, agreementVersion: number) => Promise<Out>,
  { changes, signs, onSuccess }: Options<Out> = {},
) {
  const queryClient = useQueryClient();
  const intent = useIntentKey();
  const signNewest = useContext(SigningContext);
  const signed = () => (signs && queryClient.getQueryData(agreementQuery(signs).queryKey)?.version) ?? 0;
  const send = async (input: In): Promise<Out> => {
    try {
      return await run(input, { "Idempotency-Key": intent.current() }, signed());
    } catch (error) {
      const problem = toProblem(error);
      if (!problem.unanswered) intent.renew();
      // 403: the account owes an agreement of its own; 409: the one that is signed with this write has a newer version.
      const kind = problem.status === 403 ? "due" : signs;
      if (kind && problem.code === "agreements.outdated" && (await signNewest(kind))) return send(input);
      throw problem;
    }
  };
  const refreshChanged = () => changes && refresh(queryClient, staleRoots([changes]));
  return useMutation<Out, Problem, In>({
    mutationFn: send,
    onSuccess: async (out) => {
      intent.renew();
      const fresh = refreshChanged();
      // Not after the refetch: what it brings may take the form away, and with it the way on.
      onSuccess?.(out);
      await fresh;
    },
    onError: (problem) => {
      // Our copy is old: it is read again while the message stays.
      if (problem.status === 409) void refreshChanged();
    },
  });
}
