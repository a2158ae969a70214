/** Sixteen pages at both widths for docs/screenshots, taken on a platform of its own with demo data: `make screenshots`. */
import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

export default defineConfig(journeys, { testMatch: "screenshots/pages.ts", retries: 0 });
