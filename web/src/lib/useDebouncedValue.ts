/** A value that changes often, once it has rested for a moment. */
import { useEffect, useState } from "react";

export function useDebouncedValue<T>(value: T, pauseMs: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return rested;
}
