/** What each tier shows of an enterprise, and what each scope of a consent opens. */
import { queryOptions } from "@tanstack/react-query";
import { readQuery } from "./queries";

export const tiersQuery = queryOptions({
  ...readQuery("consents", "/enterprise/data-tiers"),
  staleTime: 3_600_000,
});
