/** Build and test configuration: chunk groups only for react and query, no inline script (CSP), proxy to the local server. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { groups } from "./chunks";
import { pdfFiles } from "./pdfFiles";
import { withoutUnused } from "./unused";

const api = process.env.JINQIAO_API ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), withoutUnused, pdfFiles],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  server: { port: 5173, proxy: { "/api": api } },
  preview: { port: 4173, proxy: { "/api": api } },
  build: {
    target: ["chrome87", "safari14"],
    manifest: true,
    // The polyfill would be emitted as an inline script, which the CSP forbids; the targets preload natively or simply skip it.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // Parts of antd that say nothing of it themselves: what nobody uses of them is not even run.
      treeshake: {
        moduleSideEffects: [{ test: /node_modules[\\/]@(rc-component|ant-design)[\\/]/, sideEffects: false }],
      },
      output: {
        // Without their words: every page loads the list of all names. The manifest says which is which.
        chunkFileNames: "assets/[hash:7].js",
        assetFileNames: "assets/[hash:7][extname]",
        codeSplitting: {
          groups,
        },
      },
    },
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    testTimeout: 20_000,
    css: false,
  },
});
