/** Points, rules, scorecards and the assessment, as the server tells them. */
import { queryOptions } from "@tanstack/react-query";
import { listQuery, readQuery } from "@/api/queries";
import type { Query, Schema } from "@/api/types";
import { GRADE } from "@/labels/points";

export const statementQuery = readQuery("points", "/points");

export const ownEntriesQuery = (query: Query<"/points/entries">) =>
  listQuery("points", "/points/entries", { query });

export const scorecardQuery = (quarter: string) =>
  readQuery("points", "/institution/scorecard", { query: { quarter } });

export const gradesQuery = queryOptions({
  ...readQuery("points", "/enterprise/institution-grades"),
  staleTime: 5 * 60_000,
});

/** By institution, for a comparison of offers. */
export const gradesInWords = ({
  grades,
  running,
}: Schema<"InstitutionGrades">): ReadonlyMap<string, string> =>
  new Map(grades.map(({ id, grade }) => [id, `${GRADE[grade].text}（${running ? "本" : "上"}季度）`]));

export const rulesQuery = readQuery("points", "/operator/points/rules");

export const balancesQuery = (query: Query<"/operator/points/organizations">) =>
  listQuery("points", "/operator/points/organizations", { query });

export const organizationPointsQuery = (id: string) =>
  readQuery("points", "/operator/points/organizations/{id}", { path: { id } });

export const organizationEntriesQuery = (id: string, query: Query<"/points/entries">) =>
  listQuery("points", "/operator/points/organizations/{id}/entries", { path: { id }, query });

export const assessmentQuery = (query: Query<"/government/assessment">) =>
  listQuery("points", "/government/assessment", { query });
