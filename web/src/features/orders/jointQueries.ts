/** Joint credits as each side reads them; every write refreshes the orders and demands that follow. */
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { type IntentHeader, useIntent } from "@/api/intent";
import type { Query, Schema } from "@/api/types";

export type JointListQuery = {
  part?: NonNullable<Query<"/api/institution/joint-credits">["part"]>;
  state?: Schema<"JointState">;
  running?: boolean;
  page?: number;
  size?: number;
};

export const enterpriseJointsQuery = (query: JointListQuery) =>
  queryOptions({
    queryKey: ["joint-credits", "list", query],
    queryFn: ({ signal }) => unwrap(api.GET("/enterprise/joint-credits", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const enterpriseJointQuery = (id: string) =>
  queryOptions({
    queryKey: ["joint-credits", "detail", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/enterprise/joint-credits/{id}", { params: { path: { id } }, signal })),
  });

export const institutionJointsQuery = (query: JointListQuery) =>
  queryOptions({
    queryKey: ["joint-credits", "list", query],
    queryFn: ({ signal }) => unwrap(api.GET("/institution/joint-credits", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const institutionJointQuery = (id: string) =>
  queryOptions({
    queryKey: ["joint-credits", "detail", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/institution/joint-credits/{id}", { params: { path: { id } }, signal })),
  });

export type CandidateQuery = { q?: string; institution_type?: Schema<"InstitutionType">; size?: number };

/** Certified institutions that may be invited. */
export const candidatesQuery = (query: CandidateQuery) =>
  queryOptions({
    queryKey: ["joint-credits", "candidates", query],
    queryFn: ({ signal }) => unwrap(api.GET("/institution/joint-candidates", { params: { query }, signal })),
    placeholderData: (before) => before,
  });

/** A write on one joint credit. A conflict means that our copy is old: it is read again while the message stays. */
export function useJointWrite<In, Out>(
  run: (input: In, headers: IntentHeader) => Promise<Out>,
  onSuccess: (out: Out) => void,
) {
  const queryClient = useQueryClient();
  const write = useIntent(run, {
    invalidate: [["joint-credits"], ["orders"], ["demands"], ["consents"], ["messages"]],
    onSuccess,
  });
  return {
    ...write,
    send: (input: In) =>
      write.mutate(input, {
        onError: (error) => {
          if (error.status === 409) queryClient.invalidateQueries({ queryKey: ["joint-credits"] });
        },
      }),
  };
}
