import { agreementQuery } from "@/api/agreements";
import { listQuery, readQuery } from "@/api/queries";

export const profileQuery = readQuery("profile", "/enterprise/profile");

/** Classes by words, or all of a division. They change with a release at most. */
export const industriesQuery = (query: { q?: string; division?: string; limit?: number }) => ({
  ...listQuery("industries", "/industries", { query }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const verificationQuery = readQuery("verification", "/enterprise/verification");

/** What sources say of a firm, for the operator. */
export const evidenceQuery = (id: string) =>
  readQuery("verification", "/operator/enterprises/{id}/evidence", { path: { id } });

/** What the legal person agrees to before the identity number is kept. */
export const legalPersonQuery = agreementQuery("legal_person_data");

export const scoreQuery = readQuery("score", "/enterprise/score");
