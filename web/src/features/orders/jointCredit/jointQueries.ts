import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const enterpriseJointsQuery = (query: Query<"/enterprise/joint-credits">) =>
  listQuery("joint-credits", "/enterprise/joint-credits", { query });

export const enterpriseJointQuery = (id: string) =>
  readQuery("joint-credits", "/enterprise/joint-credits/{id}", { path: { id } });

export const institutionJointsQuery = (query: Query<"/institution/joint-credits">) =>
  listQuery("joint-credits", "/institution/joint-credits", { query });

export const institutionJointQuery = (id: string) =>
  readQuery("joint-credits", "/institution/joint-credits/{id}", { path: { id } });

/** Certified institutions that may be invited. */
export const candidatesQuery = (query: Query<"/institution/joint-candidates">) =>
  listQuery("joint-credits", "/institution/joint-candidates", { query });
