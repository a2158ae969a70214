import { readQuery } from "@/api/queries";

export const parametersQuery = readQuery("parameters", "/operator/parameters");
