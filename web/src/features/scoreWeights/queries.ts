import { readQuery } from "@/api/queries";

export const tablesQuery = readQuery("score-weights", "/operator/score-weights");
