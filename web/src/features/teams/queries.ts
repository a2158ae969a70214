/** The own team, for its primary account; every write answers with the whole of it. */
import { readQuery } from "@/api/queries";

export const teamQuery = readQuery("team", "/team");

/** The filters of the work log, cleared. */
export const CLEARED = { account: undefined, from: undefined, to: undefined };
