/** The two screens that every page must suit, and turning one into the other while the page is open. */
import type { CDPSession, Page } from "@playwright/test";

export const SCREENS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

export type Screen = keyof typeof SCREENS;

/** Shows the page on the other screen: what Playwright sets for a page that is opened there, as it sets it. */
export async function screens(page: Page): Promise<(screen: Screen) => Promise<void>> {
  const chromium: CDPSession = await page.context().newCDPSession(page);
  return async (screen) => {
    const { width, height } = SCREENS[screen].viewport;
    const mobile = screen === "phone";
    const type = mobile ? "portraitPrimary" : "landscapePrimary";
    await chromium.send("Emulation.setTouchEmulationEnabled", { enabled: mobile });
    await chromium.send("Emulation.setDeviceMetricsOverride", {
      width,
      height,
      screenWidth: width,
      screenHeight: height,
      deviceScaleFactor: 1,
      mobile,
      screenOrientation: { type, angle: 0 },
    });
  };
}
