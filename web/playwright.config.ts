/**
 * Browser journeys against the built binary with demo data, on a desktop and on a phone, in Debian's Chromium.
 * JINQIAO_E2E_URL: use a platform that is already running (with demo data) instead of starting one.
 */
import { defineConfig } from "@playwright/test";
import { SCREENS } from "./e2e/support/screens";

const running = process.env.JINQIAO_E2E_URL;
const address = "127.0.0.1:18080";
const baseURL = running ?? `http://${address}`;

/** Axe measures colours as they are at that moment, so nothing may be fading in. */
const contextOptions = { reducedMotion: "reduce" } as const;

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/globalSetup.ts",
  workers: 2,
  // Test by test, not file by file: no worker is left alone with a long file at the end.
  fullyParallel: true,
  // A busy machine may be slow once; a test that fails three times is broken.
  retries: process.env.CI ? 2 : 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    baseURL,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    actionTimeout: 10_000,
    contextOptions,
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: SCREENS.desktop },
    // Axe sees each page on both screens in one visit.
    { name: "phone", testIgnore: ["axe.spec.ts", "login.spec.ts"], use: SCREENS.phone },
  ],
  webServer: running
    ? undefined
    : {
        command: "node e2e/support/serve.mjs",
        env: { JINQIAO_LISTEN: address, JINQIAO_PUBLIC_URL: baseURL },
        url: `${baseURL}/readyz`,
        timeout: 300_000,
        gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
      },
});
