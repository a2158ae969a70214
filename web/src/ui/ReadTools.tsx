/** Filters and other tools of reading: open to read-only accounts too, for whom everything else that can be pressed is switched off. */
import { ConfigProvider } from "antd";
import type { ReactNode } from "react";

export function ReadTools({ children }: { children: ReactNode }) {
  return <ConfigProvider componentDisabled={false}>{children}</ConfigProvider>;
}

/** Around the pages of an account: a read-only one can press nothing that changes something. */
export function Writing({ allowed, children }: { allowed: boolean; children: ReactNode }) {
  return <ConfigProvider componentDisabled={!allowed}>{children}</ConfigProvider>;
}
