/** Whatever ends the stream, the page opens it again and asks for everything it may have missed. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { PropsWithChildren } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useLive } from "./useLive";

class FakeSource {
  static all: FakeSource[] = [];
  onopen?: () => void;
  onerror?: () => void;
  onmessage?: (event: { data: string }) => void;
  closed = false;
  constructor() {
    FakeSource.all.push(this);
  }
  close() {
    this.closed = true;
  }
}

const newest = () => FakeSource.all[FakeSource.all.length - 1] as FakeSource;

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.all = [];
  vi.stubGlobal("EventSource", FakeSource);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function follow() {
  const client = new QueryClient();
  const asked = vi.spyOn(client, "invalidateQueries");
  const wrapper = ({ children }: PropsWithChildren) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return { asked, ...renderHook(() => useLive(), { wrapper }) };
}

it("asks again for what has changed", () => {
  const { asked } = follow();
  newest().onopen?.();
  expect(asked).not.toHaveBeenCalled();
  newest().onmessage?.({ data: "orders" });
  expect(asked).toHaveBeenCalledOnce();
});

it("comes back after answers of 5xx at the first try, later, and in a row", () => {
  const { asked } = follow();
  for (const failures of [1, 1, 5]) {
    const before = FakeSource.all.length;
    for (let failure = 0; failure < failures; failure++) {
      const failed = newest();
      failed.onerror?.();
      expect(failed.closed).toBe(true);
      vi.advanceTimersByTime(90_000);
    }
    expect(FakeSource.all.length).toBe(before + failures);
    asked.mockClear();
    newest().onopen?.();
    expect(asked).toHaveBeenCalledExactlyOnceWith();
  }
});

it("spreads the tries out, further each time", () => {
  follow();
  const pauses: number[] = [];
  const timeout = vi.spyOn(globalThis, "setTimeout");
  for (let failure = 0; failure < 12; failure++) {
    newest().onerror?.();
    pauses.push(timeout.mock.lastCall?.[1] ?? 0);
    vi.advanceTimersByTime(90_000);
  }
  pauses.forEach((pause, failure) => {
    const middle = Math.min(1_000 * 2 ** failure, 60_000);
    expect(pause).toBeGreaterThanOrEqual(middle / 2);
    expect(pause).toBeLessThanOrEqual(middle * 1.5);
  });
  expect(new Set(pauses.map(Math.round)).size).toBeGreaterThan(6);
});

it("stops with the page", () => {
  const { unmount } = follow();
  newest().onerror?.();
  unmount();
  vi.advanceTimersByTime(90_000);
  expect(FakeSource.all).toHaveLength(1);
});
