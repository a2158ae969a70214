/** Ends the session, and forgets everything this account has seen: the home page is loaded anew, with an empty cache. */
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { paths } from "./paths";

export function useLogout() {
  return useIntent<void, unknown>(() => unwrap(api.DELETE("/session")), {
    // Within the app, the guard of the page being left would lead to the login first.
    onSuccess: () => window.location.replace(paths.home),
  });
}
