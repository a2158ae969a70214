/** Entry: providers around the router. */
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { settingsQuery } from "@/api/settings";
import { restoreLargeText } from "@/lib/useMedia";
import { createQueryClient } from "./queryClient";
import { createRouter } from "./router";
import "./base.css";

/** Longer than this nothing waits for the settings: the page is there without them. */
const PATIENCE_MS = 1_500;

restoreLargeText();

const root = document.getElementById("root");
if (root) {
  const client = createQueryClient();
  // Both begin at once: the code of the page, and what the frame around every page says, so that nothing moves once it is drawn.
  const router = createRouter();
  const known = client.prefetchQuery(settingsQuery);
  void Promise.race([known, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]).then(() =>
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
}
