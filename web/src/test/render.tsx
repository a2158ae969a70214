/** Renders a component inside router and query client; `serve` answers fetch from a table of routes. */
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { vi } from "vitest";
import type { ErrorCode } from "@/api/problem";
import { createQueryClient } from "@/app/queryClient";
import { AntdRoot } from "@/ui/AntdRoot";

export function renderAt(path: string, element: ReactNode, others: Record<string, ReactNode> = {}) {
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { retry: false } });
  const routes = [
    { path: path.replace(/\?.*$/, ""), element },
    ...Object.entries(others).map(([other, page]) => ({ path: other, element: page })),
  ];
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  const view = render(
    <QueryClientProvider client={client}>
      <AntdRoot>
        <RouterProvider router={router} />
      </AntdRoot>
    </QueryClientProvider>,
  );
  return { ...view, router, client };
}

export type Call = { method: string; path: string; body: unknown; headers: Headers };
type Answer = { status?: number; body?: unknown };

/** Keys like `POST /session`; an unknown call answers 404. Returns the calls made. */
export function serve(routes: Record<string, Answer | ((call: Call) => Answer)>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const path = new URL(request.url).pathname.replace(/^\/api/, "");
    const text = await request.text();
    const call = {
      method: request.method,
      path,
      body: text ? JSON.parse(text) : undefined,
      headers: request.headers,
    };
    calls.push(call);
    const route = routes[`${request.method} ${path}`];
    const answer =
      typeof route === "function"
        ? route(call)
        : (route ?? { status: 404, body: { status: 404, detail: "没有找到" } });
    const status = answer.status ?? 200;
    const type = status >= 400 ? "application/problem+json" : "application/json";
    const body = status === 204 ? null : JSON.stringify(answer.body ?? null);
    return new Response(body, { status, headers: { "content-type": type } });
  });
  return calls;
}

/** What the server answers to a refused call. */
export const refusal = (status: number, code: ErrorCode, detail: string): Answer => ({
  status,
  body: { status, code, detail },
});

let isPhone = false;
const turns = new Set<(event: { matches: boolean }) => void>();

/** A phone or a desktop for `useIsPhone`; what is on the screen already hears of the turn. */
export function screenIs(phone: boolean): void {
  isPhone = phone;
  vi.stubGlobal("matchMedia", (query: string) => ({
    get matches() {
      return isPhone && query.includes("max-width");
    },
    media: query,
    addEventListener: (_kind: string, turned: () => void) => turns.add(turned),
    removeEventListener: (_kind: string, turned: () => void) => turns.delete(turned),
    addListener: () => {},
    removeListener: () => {},
  }));
  for (const turned of turns) turned({ matches: isPhone });
}
