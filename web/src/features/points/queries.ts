/** Points, rules, scorecards and the assessment, as the server tells them. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Query, Schema } from "@/api/types";
import { GRADE } from "@/labels/points";

export const statementQuery = queryOptions({
  queryKey: ["points", "statement"],
  queryFn: ({ signal }) => unwrap(api.GET("/points", { signal })),
});

export const ownEntriesQuery = (query: Query<"/api/points/entries">) =>
  queryOptions({
    queryKey: ["points", "entries", query],
    queryFn: ({ signal }) => unwrap(api.GET("/points/entries", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const scorecardQuery = (quarter: string) =>
  queryOptions({
    queryKey: ["points", "scorecard", quarter],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/institution/scorecard", { params: { query: { quarter } }, signal })),
  });

export const gradesQuery = queryOptions({
  queryKey: ["points", "grades"],
  queryFn: ({ signal }) => unwrap(api.GET("/enterprise/institution-grades", { signal })),
  staleTime: 5 * 60_000,
});

/** By institution, for a comparison of offers. */
export const gradesInWords = ({
  grades,
  running,
}: Schema<"InstitutionGrades">): ReadonlyMap<string, string> =>
  new Map(grades.map(({ id, grade }) => [id, `${GRADE[grade].text}（${running ? "本" : "上"}季度）`]));

export const rulesQuery = queryOptions({
  queryKey: ["points", "rules"],
  queryFn: ({ signal }) => unwrap(api.GET("/operator/points/rules", { signal })),
});

export const balancesQuery = (query: Query<"/api/operator/points/organizations">) =>
  queryOptions({
    queryKey: ["points", "balances", query],
    queryFn: ({ signal }) => unwrap(api.GET("/operator/points/organizations", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const organizationPointsQuery = (id: string) =>
  queryOptions({
    queryKey: ["points", "organization", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/operator/points/organizations/{id}", { params: { path: { id } }, signal })),
  });

export const organizationEntriesQuery = (id: string, query: Query<"/api/points/entries">) =>
  queryOptions({
    queryKey: ["points", "organization", id, "entries", query],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/operator/points/organizations/{id}/entries", { params: { path: { id }, query }, signal }),
      ),
    placeholderData: keepPreviousData,
  });

export const assessmentQuery = (query: Query<"/api/government/assessment">) =>
  queryOptions({
    queryKey: ["points", "assessment", query],
    queryFn: ({ signal }) => unwrap(api.GET("/government/assessment", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
