/** The files of one record while they are chosen: those stored already, those under way, those that failed. */
import { useCallback, useEffect, useRef, useState } from "react";
import { toProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { discardFile, type Sending, sendFile, type UploadPlace } from "@/api/upload";
import { refusal, type UploadRules } from "./fileRules";

export type Upload = {
  key: string;
  name: string;
  size: number | null;
  state: "stored" | "sending" | "failed";
  percent: number;
  /** Why it failed. */
  message: string | null;
  /** Sending it again may help. */
  again: File | null;
};

type Options = {
  value: string[];
  known: Schema<"FileInfo">[];
  rules: UploadRules | undefined;
  place?: UploadPlace;
  onChange: (ids: string[]) => void;
};

const stored = (info: Schema<"FileInfo">): Upload => ({
  key: info.id,
  name: info.name,
  size: info.size,
  state: "stored",
  percent: 100,
  message: null,
  again: null,
});

export function useUploads({ value, known, rules, place = "/files", onChange }: Options) {
  const [fresh, setFresh] = useState<Schema<"FileInfo">[]>([]);
  const [pending, setPending] = useState<Upload[]>([]);
  const running = useRef(new Map<string, Sending>());
  const ids = useRef(value);
  ids.current = value;
  const number = useRef(0);

  useEffect(() => {
    const sendings = running.current;
    return () => {
      for (const sending of sendings.values()) sending.abort();
    };
  }, []);

  const patch = useCallback((key: string, change: Partial<Upload>) => {
    setPending((items) => items.map((item) => (item.key === key ? { ...item, ...change } : item)));
  }, []);
  const drop = useCallback((key: string) => {
    setPending((items) => items.filter((item) => item.key !== key));
  }, []);

  const send = useCallback(
    async (key: string, file: File) => {
      patch(key, { state: "sending", percent: 0, message: null });
      const sending = sendFile(file, (percent) => patch(key, { percent }), place);
      running.current.set(key, sending);
      try {
        const info = await sending.done;
        setFresh((items) => [...items, info]);
        drop(key);
        ids.current = [...ids.current, info.id];
        onChange(ids.current);
      } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") return;
        const problem = toProblem(error);
        patch(key, { state: "failed", message: problem.errors[0]?.message ?? problem.detail });
      } finally {
        running.current.delete(key);
      }
    },
    [patch, drop, place, onChange],
  );

  const add = (files: File[]) => {
    const most = rules?.most;
    let room = (most ?? Number.POSITIVE_INFINITY) - ids.current.length - pending.length;
    const items = files.map((file): [Upload, File] => {
      const message = room > 0 ? refusal(file, rules) : `最多 ${most} 个附件，请先移除不需要的附件`;
      if (!message) room -= 1;
      number.current += 1;
      const state = message ? "failed" : "sending";
      const key = `new-${number.current}`;
      return [
        { key, name: file.name, size: file.size, state, percent: 0, message, again: message ? null : file },
        file,
      ];
    });
    setPending((before) => [...before, ...items.map(([item]) => item)]);
    for (const [item, file] of items) if (item.state === "sending") void send(item.key, file);
  };

  const remove = (key: string) => {
    running.current.get(key)?.abort();
    drop(key);
    if (!ids.current.includes(key)) return;
    // Only what was uploaded just now can be let go at once; the rest goes when the record is saved, and a stranger's is swept.
    if (place === "/files" && fresh.some((info) => info.id === key) && !known.some((info) => info.id === key))
      discardFile(key);
    ids.current = ids.current.filter((id) => id !== key);
    onChange(ids.current);
  };

  const all = [...known, ...fresh];
  const kept = value.map((id, index): Upload => {
    const info = all.find((candidate) => candidate.id === id);
    if (info) return stored(info);
    return { ...stored({ id, name: `附件 ${index + 1}` } as Schema<"FileInfo">), size: null };
  });
  const retry = (item: Upload) => item.again && void send(item.key, item.again);
  return {
    items: [...kept, ...pending],
    busy: pending.some((item) => item.state === "sending"),
    add,
    remove,
    retry,
  };
}
