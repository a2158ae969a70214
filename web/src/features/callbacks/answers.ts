import type { Schema } from "@/api/types";

/** Something was not found satisfying: then it is written down what. */
export const isWanting = (answers: Partial<Schema<"CallbackAnswers">> | undefined): boolean =>
  answers !== undefined && [answers.as_told, answers.service, answers.need].includes("dissatisfied");
