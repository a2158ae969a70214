/**
 * Saves a demand draft to the server while it is typed: POST for the first time, then PUT with the version; one request
 * at a time, the newest values last. What has not arrived stays in this browser tab.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api, unwrap } from "@/api/client";
import { useIntentKey } from "@/api/intent";
import { type Problem, toProblem } from "@/api/problem";
import type { DemandIn, DemandView } from "@/api/types";
import { clearDraft, saveDraft } from "@/lib/draft";
import { EMPTY_DEMAND, ofDemand, sameInput } from "./demandDraft";
import { draftName, type StoredDraft } from "./storedDraft";

export type SaveState = "clean" | "dirty" | "saving" | "failed";

const PAUSE_MS = 1_500;
const RETRY_MS = 10_000;

type Options = { demand: DemandView | null; onCreated: (demand: DemandView) => void };

export function useDraftSave({ demand, onCreated }: Options) {
  const queryClient = useQueryClient();
  const key = useIntentKey();
  const saved = useRef<DemandView | null>(demand);
  const latest = useRef<DemandIn>(demand ? ofDemand(demand) : EMPTY_DEMAND);
  const creating = useRef<DemandIn | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const again = useRef<() => Promise<unknown>>(async () => {});
  const created = useRef(onCreated);
  created.current = onCreated;
  const [state, setState] = useState<SaveState>("clean");
  const [problem, setProblem] = useState<Problem | null>(null);

  const upToDate = useCallback(
    () => sameInput(latest.current, saved.current ? ofDemand(saved.current) : EMPTY_DEMAND),
    [],
  );

  const send = useCallback(async () => {
    const before = saved.current;
    if (before) {
      saved.current = await unwrap(
        api.PUT("/enterprise/demands/{id}", {
          params: { path: { id: before.id } },
          body: { ...latest.current, version: before.version },
        }),
      );
      return;
    }
    // A lost answer is asked for again with the same key and the same body; what was typed since goes with the next PUT.
    creating.current ??= latest.current;
    try {
      saved.current = await unwrap(
        api.POST("/enterprise/demands", {
          body: creating.current,
          headers: { "Idempotency-Key": key.current() },
        }),
      );
    } catch (error) {
      if (!toProblem(error).unanswered) {
        creating.current = null;
        key.renew();
      }
      throw error;
    }
    clearDraft(draftName(null));
    created.current(saved.current);
  }, [key]);

  const loop = useCallback(async () => {
    setState("saving");
    try {
      while (!upToDate()) await send();
      if (saved.current) {
        clearDraft(draftName(saved.current.id));
        queryClient.setQueryData(["demands", "detail", saved.current.id], saved.current);
        queryClient.invalidateQueries({ queryKey: ["demands", "list"] });
      }
      setProblem(null);
      setState("clean");
    } catch (error) {
      const failure = toProblem(error);
      setProblem(failure);
      setState("failed");
      if (failure.unanswered) timer.current = setTimeout(() => void again.current(), RETRY_MS);
    }
  }, [send, upToDate, queryClient]);

  /** Resolves when everything typed so far has been tried. */
  const flush = useCallback(async (): Promise<DemandView | null> => {
    clearTimeout(timer.current);
    // A save that already runs ends with the newest values; only a failure needs another attempt.
    if (running.current) await running.current;
    if (!upToDate()) {
      running.current = loop().finally(() => {
        running.current = null;
      });
      await running.current;
    }
    return upToDate() ? saved.current : null;
  }, [loop, upToDate]);

  again.current = flush;

  const change = useCallback(
    (values: DemandIn) => {
      latest.current = values;
      const stored: StoredDraft = { version: saved.current?.version ?? null, values };
      saveDraft(draftName(saved.current?.id ?? null), stored);
      setState((now) => (now === "saving" ? now : "dirty"));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush],
  );

  /** After a conflict: keeps what stands here and takes over the version of the server. */
  const takeVersion = useCallback(async () => {
    const id = saved.current?.id;
    if (!id) return;
    try {
      const fresh = await unwrap(api.GET("/enterprise/demands/{id}", { params: { path: { id } } }));
      saved.current = fresh;
      setProblem(null);
      await flush();
    } catch (error) {
      setProblem(toProblem(error));
    }
  }, [flush]);

  useEffect(() => () => clearTimeout(timer.current), []);
  return { state, problem, change, flush, takeVersion };
}
