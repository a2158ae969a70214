/**
 * Saves a draft to the server while it is typed: created the first time, then written with its version; one request at a
 * time, the newest values last. What has not arrived stays in this browser tab.
 */
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useCallback, useContext, useEffect, useRef, useState } from "react";
import { clearDraft, loadDraft, saveDraft } from "@/lib/draft";
import { SigningContext } from "./agreements";
import { type IntentHeader, useIntentKey } from "./intent";
import { type Problem, toProblem } from "./problem";

export type SaveState = "clean" | "dirty" | "saving" | "failed";

const PAUSE_MS = 1_500;
const RETRY_MS = 10_000;

type Saved = { id: string; version: number };

/** How a kind of draft is read and written; one constant for each kind. */
export type DraftKind<In, View extends Saved> = {
  /** Under which unsent typing is kept. */
  name: string;
  /** Keys of the queries that show one and all of them. */
  detail: (id: string) => QueryKey;
  list: QueryKey;
  empty: In;
  ofView: (view: View) => In;
  /** Only the known fields, as an older tab may have kept others. */
  clean: (values: In) => In;
  /** Is there enough to be kept at all? */
  ready?: (values: In) => boolean;
  create: (values: In, headers: IntentHeader) => Promise<View>;
  write: (id: string, version: number, values: In) => Promise<View>;
  read: (id: string) => Promise<View>;
};

/** Values typed on top of a version of the server (null: never saved). */
type StoredDraft<In> = { version: number | null; values: In };

export const draftName = (kind: { name: string }, id: string | null) => `${kind.name}:${id ?? "new"}`;

/** What the form starts with: unsent typing wins, unless the record was saved elsewhere in the meantime. */
export function startValues<In, View extends Saved>(
  kind: DraftKind<In, View>,
  view: View | null,
): { values: In; restored: boolean } {
  const stored = loadDraft<StoredDraft<In>>(draftName(kind, view?.id ?? null));
  if (stored?.values && (stored.version ?? null) === (view?.version ?? null))
    return { values: kind.clean(stored.values), restored: true };
  return { values: view ? kind.ofView(view) : kind.empty, restored: false };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

type Options<In, View extends Saved> = {
  kind: DraftKind<In, View>;
  view: View | null;
  onCreated: (view: View) => void;
};

export function useDraftSave<In, View extends Saved>({ kind, view, onCreated }: Options<In, View>) {
  const queryClient = useQueryClient();
  const key = useIntentKey();
  const signNewest = useContext(SigningContext);
  const declined = useRef(false);
  const saved = useRef<View | null>(view);
  const latest = useRef<In>(view ? kind.ofView(view) : kind.empty);
  const creating = useRef<In | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const again = useRef<() => Promise<unknown>>(async () => {});
  const created = useRef(onCreated);
  created.current = onCreated;
  const [state, setState] = useState<SaveState>("clean");
  const [problem, setProblem] = useState<Problem | null>(null);

  const upToDate = useCallback(
    () => same(latest.current, saved.current ? kind.ofView(saved.current) : kind.empty),
    [kind],
  );

  const send = useCallback(async () => {
    const before = saved.current;
    if (before) {
      saved.current = await kind.write(before.id, before.version, latest.current);
      return;
    }
    // A lost answer is asked for again with the same key and the same body; what was typed since goes with the next PUT.
    creating.current ??= latest.current;
    try {
      saved.current = await kind.create(creating.current, { "Idempotency-Key": key.current() });
    } catch (error) {
      if (!toProblem(error).unanswered) {
        creating.current = null;
        key.renew();
      }
      throw error;
    }
    clearDraft(draftName(kind, null));
    created.current(saved.current);
  }, [key, kind]);

  /** A new agreement is signed on the page and the draft sent again; whoever has declined is not asked at every letter. */
  const sendSigned = useCallback(async () => {
    try {
      await send();
    } catch (error) {
      if (toProblem(error).code !== "agreements.outdated" || declined.current) throw error;
      declined.current = !(await signNewest("due"));
      if (declined.current) throw error;
      await send();
    }
  }, [send, signNewest]);

  const loop = useCallback(async () => {
    setState("saving");
    try {
      while (!upToDate()) await sendSigned();
      if (saved.current) {
        clearDraft(draftName(kind, saved.current.id));
        queryClient.setQueryData(kind.detail(saved.current.id), saved.current);
        queryClient.invalidateQueries({ queryKey: kind.list });
      }
      setProblem(null);
      setState("clean");
    } catch (error) {
      const failure = toProblem(error);
      setProblem(failure);
      setState("failed");
      if (failure.unanswered) timer.current = setTimeout(() => void again.current(), RETRY_MS);
    }
  }, [sendSigned, upToDate, queryClient, kind]);

  /** Resolves when everything typed so far has been tried. */
  const flush = useCallback(async (): Promise<View | null> => {
    clearTimeout(timer.current);
    // A save that already runs ends with the newest values; only a failure needs another attempt.
    if (running.current) await running.current;
    if (!upToDate() && (kind.ready?.(latest.current) ?? true)) {
      running.current = loop().finally(() => {
        running.current = null;
      });
      await running.current;
    }
    return upToDate() ? saved.current : null;
  }, [loop, upToDate, kind]);

  again.current = flush;

  const change = useCallback(
    (values: In) => {
      latest.current = values;
      const stored: StoredDraft<In> = { version: saved.current?.version ?? null, values };
      saveDraft(draftName(kind, saved.current?.id ?? null), stored);
      setState((now) => (now === "saving" ? now : "dirty"));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush, kind],
  );

  /** After a conflict: keeps what stands here and takes over the version of the server. */
  const takeVersion = useCallback(async () => {
    const id = saved.current?.id;
    if (!id) return;
    try {
      saved.current = await kind.read(id);
      setProblem(null);
      await flush();
    } catch (error) {
      setProblem(toProblem(error));
    }
  }, [flush, kind]);

  useEffect(() => () => clearTimeout(timer.current), []);
  return { state, problem, change, flush, takeVersion };
}
