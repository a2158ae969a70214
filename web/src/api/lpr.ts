/** The LPR, newest first: it changes once a month at most. */
import { readQuery } from "./queries";

export const lprQuery = { ...readQuery("lpr", "/lpr"), staleTime: 3_600_000 };
