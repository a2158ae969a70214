/** The parts of a long page as tabs: one is open at a time, which one stands in the URL, so that it survives the way back. */
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import styles from "./now.module.css";

type Part = { key: string; title: string; count?: number; content: ReactNode };

type Props = {
  /** What the parts belong to, for screen readers. */
  label: string;
  /** What does not apply now may be left out as `false` or `null`. */
  parts: readonly (Part | false | null)[];
  /** Opens first, where the URL says nothing. */
  start?: string;
};

const PARAM = "part";

const STEP: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function Parts({ label, parts, start }: Props) {
  const id = useId();
  const [params, setParams] = useSearchParams();
  const list = useRef<HTMLDivElement>(null);
  /** What has been open stays there out of sight: nothing that was typed or revealed in it is lost. */
  const seen = useRef(new Set<string>());
  const there = parts.filter((part) => part !== false && part !== null);
  // What the page opened with stays open when the thing moves on.
  const [first] = useState(start);
  const wanted = params.get(PARAM) ?? first;
  const open = there.find(({ key }) => key === wanted) ?? there[0];
  if (!open) return null;
  if (there.length === 1) return <div className="stack">{open.content}</div>;
  seen.current.add(open.key);
  const show = (key: string) =>
    setParams(
      (before) => {
        before.set(PARAM, key);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const onKey = (event: KeyboardEvent) => {
    const next = there[STEP[event.key]?.(there.indexOf(open), there.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    show(next.key);
    list.current?.querySelector<HTMLElement>(`[data-part="${next.key}"]`)?.focus();
  };
  return (
    <div>
      <div ref={list} className={styles.tabs} role="tablist" aria-label={label} onKeyDown={onKey}>
        {there.map(({ key, title, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            data-part={key}
            aria-selected={key === open.key}
            aria-controls={seen.current.has(key) ? `${id}-${key}-panel` : undefined}
            tabIndex={key === open.key ? 0 : -1}
            onClick={() => show(key)}
          >
            {title}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </button>
        ))}
      </div>
      {there
        .filter(({ key }) => seen.current.has(key))
        .map(({ key, content }) => (
          <div
            key={key}
            id={`${id}-${key}-panel`}
            className="stack"
            role="tabpanel"
            aria-labelledby={`${id}-${key}`}
            hidden={key !== open.key}
          >
            {content}
          </div>
        ))}
    </div>
  );
}
