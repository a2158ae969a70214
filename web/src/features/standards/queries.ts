/** Editions of both tables, newest first. */
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import type { Texts } from "@/labels/label";

export const standardsQuery = readQuery("standards", "/operator/standards");

export const STANDARD: Texts<Schema<"StandardKind">> = {
  industries: "国民经济行业分类",
  sizes: "企业划型标准",
};
