/** Short confirmations in a live region: `const toast = useToast(); toast("已保存")`. Errors stay where they happened. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";

type Show = (text: string) => void;

const ToastContext = createContext<Show>(() => {});

export const useToast = () => useContext(ToastContext);

const VISIBLE_MS = 5_000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const show = useCallback((next: string) => {
    clearTimeout(timer.current);
    setText(next);
    timer.current = setTimeout(() => setText(""), VISIBLE_MS);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <ToastContext value={show}>
      {children}
      <div className="toast-region" role="status" aria-live="polite">
        {text && <div className="toast">{text}</div>}
      </div>
    </ToastContext>
  );
}
