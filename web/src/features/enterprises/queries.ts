import { readQuery } from "@/api/queries";

export const profileQuery = readQuery("profile", "/enterprise/profile");

export const scoreQuery = readQuery("score", "/enterprise/score");
