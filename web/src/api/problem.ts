/** The error every API call throws: problem+json from the server, or a network failure in the same shape. */
import type { Schema } from "./types";

/** What the server can answer, and what goes wrong before it does. */
export type ErrorCode = Schema<"ErrorCode"> | "network" | "client" | "unknown";

type ProblemBody = Partial<Omit<Schema<"Problem">, "code">> & { status: number; code?: ErrorCode };

export class Problem extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly requestId: string | null;
  readonly errors: Schema<"FieldError">[];

  constructor(body: ProblemBody) {
    const detail = body.detail || body.title || "服务暂时不可用，请稍后重试。";
    super(detail);
    this.name = "Problem";
    this.status = body.status;
    this.code = body.code ?? "unknown";
    this.detail = detail;
    this.requestId = body.request_id ?? null;
    this.errors = body.errors ?? [];
  }

  /** Without an answer nobody knows whether the write happened: a retry must carry the same Idempotency-Key. */
  get unanswered(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

export const networkProblem = () =>
  new Problem({
    status: 0,
    code: "network",
    detail: "网络连接失败，请检查网络后重试。您填写的内容仍保留在页面上。",
  });

export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return networkProblem();
  return new Problem({ status: 500, code: "client", detail: "页面出现异常，请刷新后重试。" });
}
