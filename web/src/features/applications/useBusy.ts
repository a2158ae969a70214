/** Whether anything of several things is under way. */
import { useCallback, useState } from "react";

export function useBusy(): [boolean, (key: string, busy: boolean) => void] {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const tell = useCallback((key: string, busy: boolean) => {
    setKeys((before) => {
      if (before.has(key) === busy) return before;
      return new Set(busy ? [...before, key] : [...before].filter((one) => one !== key));
    });
  }, []);
  return [keys.size > 0, tell];
}
