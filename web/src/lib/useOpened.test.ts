import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useOpened } from "./useOpened";

test("what was open once stays open, what never was stays shut", () => {
  const { result, rerender } = renderHook(({ open }) => useOpened(open), { initialProps: { open: false } });
  expect(result.current).toBe(false);
  rerender({ open: true });
  expect(result.current).toBe(true);
  rerender({ open: false });
  expect(result.current).toBe(true);
});
