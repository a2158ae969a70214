/** Nothing there yet, could not be loaded, still loading: each says what to do next. */
import { Button } from "antd";
import type { ReactNode } from "react";
import { toProblem } from "@/api/problem";

type EmptyProps = { title: string; hint?: ReactNode; action?: ReactNode };

export function EmptyState({ title, hint, action }: EmptyProps) {
  return (
    <div className="empty-state">
      <svg width="72" height="56" viewBox="0 0 72 56" fill="none" aria-hidden="true">
        <rect x="10" y="6" width="52" height="44" rx="5" fill="#eef1f5" stroke="#c3ccd9" strokeWidth="1.5" />
        <path d="M20 20h32M20 29h24M20 38h14" stroke="#9aa7b8" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      <p className="empty-title">{title}</p>
      {hint && <p className="empty-hint">{hint}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = toProblem(error);
  return (
    <div className="error-state" role="alert">
      <p className="empty-title">{problem.status === 404 ? "没有找到这条内容" : "没能加载成功"}</p>
      <p className="empty-hint">
        {problem.detail}
        {problem.requestId && <span className="request-id">（编号 {problem.requestId}，咨询时请提供）</span>}
      </p>
      {onRetry && problem.status !== 404 && problem.status !== 403 && (
        <Button onClick={onRetry}>重新加载</Button>
      )}
    </div>
  );
}

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

export function Skeleton({ rows = 5 }: { rows?: number }) {
  return (
    <div className="skeleton" role="status" aria-busy="true">
      <span className="visually-hidden">正在加载…</span>
      {ROWS.slice(0, rows).map((row) => (
        <div key={row} className="skeleton-line" />
      ))}
    </div>
  );
}

type LoadedProps<T> = {
  query: { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  rows?: number;
  children: (data: T) => ReactNode;
};

/** Skeleton, error with retry, or the content of one query. */
export function Loaded<T>({ query, rows, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Skeleton rows={rows} />;
  return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
}
