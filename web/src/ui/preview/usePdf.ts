/** Fetches and opens a PDF while it is looked at, and lets go of it afterwards. */
import { useEffect, useState } from "react";
import { networkProblem } from "@/api/problem";
import type { OpenPdf } from "./pdf";

export type Pdf = {
  file: OpenPdf | null;
  /** So many pages are shown. */
  shown: number;
  failure: string | null;
  /** A page could not be drawn. */
  fail: () => void;
};

const WORDS = {
  locked: "文件设有密码，不能在这里查看。",
  broken: "文件打不开，可能已经损坏。",
  unread: "文件没有读取出来，请稍后重试。",
  old: "当前浏览器版本较低，不能在这里查看。",
};

async function contentOf(href: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const answer = await fetch(href, { signal, credentials: "same-origin" });
  if (!answer.ok) throw networkProblem();
  return answer.arrayBuffer();
}

export function usePdf(href: string): Pdf {
  const [state, setState] = useState<Omit<Pdf, "fail">>({ file: null, shown: 1, failure: null });
  useEffect(() => {
    const stop = new AbortController();
    let opened: OpenPdf | null = null;
    const fail = (why: keyof typeof WORDS) =>
      stop.signal.aborted || setState({ file: null, shown: 1, failure: WORDS[why] });
    const open = async () => {
      const reader = await import("./pdf").catch(() => fail("old"));
      if (typeof reader !== "object") return;
      const content = await contentOf(href, stop.signal).catch(() => fail("unread"));
      if (!(content instanceof ArrayBuffer)) return;
      try {
        const file = await reader.openPdf(content);
        if (stop.signal.aborted) return file.close();
        opened = file;
        setState({ file, shown: Math.min(file.pages, reader.MOST_PAGES), failure: null });
      } catch (error) {
        fail(reader.troubleOf(error));
      }
    };
    void open();
    return () => {
      stop.abort();
      opened?.close();
    };
  }, [href]);
  return { ...state, fail: () => setState({ file: null, shown: 1, failure: WORDS.broken }) };
}
