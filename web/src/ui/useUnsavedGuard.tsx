/** Asks before unsaved input is thrown away: inside the app with a dialog, on closing the tab with the browser's own question. */
import { useEffect } from "react";
import { useBlocker } from "react-router";
import { lazyPart } from "./lazyPart";

const LeaveDialog = lazyPart(() => import("./LeaveDialog").then((m) => m.LeaveDialog));

/** Returns the dialog; render it anywhere in the page. Set `dirty` false (in state) before navigating after a save. */
export function useUnsavedGuard(dirty: boolean) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
  if (blocker.state !== "blocked") return null;
  return <LeaveDialog of="page" onLeave={blocker.proceed} onStay={blocker.reset} />;
}
