import { readQuery } from "./queries";

export const overviewQuery = readQuery("market", "/market/overview");
