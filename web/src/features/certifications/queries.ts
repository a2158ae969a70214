import { readQuery } from "@/api/queries";

export const cardQuery = readQuery("certifications", "/organization/card");
