import { readQuery } from "./queries";

export const figuresQuery = readQuery("stats", "/stats/figures");
