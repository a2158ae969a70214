/** antd configuration, toasts, signing and styles for the areas that use antd (account and centres). */
import { ConfigProvider } from "antd";
import type { ReactNode } from "react";
import { Outlet } from "react-router";
import { useIsPhone, useLargeText } from "@/lib/useMedia";
import { antdWords } from "./antdWords";
import { SigningProvider } from "./SigningProvider";
import { ToastProvider } from "./Toast";
import { theme } from "./theme";
import "./ui.css";
import "./forms.css";
import "./notes.css";

export function AntdRoot({ children }: { children?: ReactNode }) {
  const phone = useIsPhone();
  const [large] = useLargeText();
  return (
    <ConfigProvider
      locale={antdWords}
      button={{ autoInsertSpace: false }}
      theme={theme(phone, large)}
      form={{ requiredMark: true, scrollToFirstError: { behavior: "smooth", block: "center", focus: true } }}
    >
      <ToastProvider>
        <SigningProvider>{children ?? <Outlet />}</SigningProvider>
      </ToastProvider>
    </ConfigProvider>
  );
}
