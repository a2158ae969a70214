/** antd theme: the checked tokens of design/ui.md. */
import type { ThemeConfig } from "antd";

const FONT =
  '"PingFang SC", "Microsoft YaHei", "Hiragino Sans GB", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';

export function theme(phone: boolean, large: boolean): ThemeConfig {
  return {
    cssVar: { prefix: "ant", key: "jinqiao" },
    hashed: false,
    token: {
      colorPrimary: "#0b4da2",
      colorInfo: "#0b4da2",
      colorLink: "#0b4da2",
      colorLinkHover: "#083a7c",
      colorSuccess: "#1b7a3d",
      colorWarning: "#8a5a00",
      colorError: "#b3261e",
      colorInfoBg: "#e8f0fb",
      colorSuccessBg: "#e7f5ec",
      colorWarningBg: "#fdf3e0",
      colorErrorBg: "#fdecea",
      colorText: "#1a2433",
      colorTextSecondary: "#4a5768",
      colorTextTertiary: "#5c6878",
      colorTextQuaternary: "#667283",
      colorTextPlaceholder: "#5c6878",
      colorTextDescription: "#5c6878",
      colorTextDisabled: "#5c6878",
      colorBorder: "#7b8798",
      colorBorderSecondary: "#d9e0ea",
      colorBgLayout: "#f5f7fa",
      borderRadius: 6,
      controlHeight: phone || large ? 44 : 36,
      fontSize: large ? 18 : phone ? 16 : 14,
      fontFamily: FONT,
      motion: !globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches,
    },
  };
}
