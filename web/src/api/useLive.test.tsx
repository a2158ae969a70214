/** Whatever ends the stream, the page opens it again and asks for everything it may have missed. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { PropsWithChildren } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { settingsQuery } from "./settings";
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
  // The settings are never answered: each test says what is known of the time.
  vi.stubGlobal("fetch", () => new Promise(() => {}));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function follow(client = new QueryClient()) {
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

it("asks for the time where people train, and for everything once it was moved", async () => {
  const client = new QueryClient();
  const tell = (training_now: string | null) =>
    client.setQueryData(settingsQuery.queryKey, { texts: {}, numbers: {}, training_now });
  tell(new Date(Date.now() + 3_600_000).toISOString());
  const { asked, rerender } = follow(client);
  newest().onmessage?.({ data: "reviews" });
  expect(asked).toHaveBeenCalledTimes(2);
  asked.mockClear();
  for (const [hours, all] of [
    [1, 0],
    [25, 1],
    [25, 1],
  ] as const) {
    act(() => void tell(new Date(Date.now() + hours * 3_600_000).toISOString()));
    rerender();
    expect(asked.mock.calls.filter(([what]) => what === undefined)).toHaveLength(all);
  }
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
