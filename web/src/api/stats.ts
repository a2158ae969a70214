import { readQuery } from "./queries";

export const figuresQuery = readQuery("stats", "/stats/figures");

/** What was added to the figures in each of the last months. */
export const trendsQuery = readQuery("stats", "/stats/trends");

/** Loans that were paid, told for several firms together. */
export const casesQuery = readQuery("stats", "/stats/cases");
