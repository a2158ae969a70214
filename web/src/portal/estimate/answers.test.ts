/** When the five answers ask the server, and for what. */
import { describe, expect, it } from "vitest";
import { asked, defect } from "./answers";

const ALL = { amount: "100", term: "12", age: "5", revenue: "3000.5", tax: "0" };

describe("the five answers", () => {
  it("ask once all are given, zero being one", () => {
    expect(asked(ALL)).toEqual({
      amount: 100_000_000,
      term: 12,
      age_months: 60,
      revenue: 3_000_500_000,
      tax_paid: 0,
    });
    expect(asked({ ...ALL, tax: undefined })).toBeNull();
    expect(asked({ ...ALL, amount: "0" })).toBeNull();
  });

  it("name what is wrong with them", () => {
    expect(defect("amount", undefined)).toBeNull();
    for (const amount of ["0", "x", "-5", "1000001"]) expect(defect("amount", amount), amount).not.toBeNull();
    for (const term of ["0", "361", "1.5"]) expect(defect("term", term), term).not.toBeNull();
    for (const age of ["201", "1.5"]) expect(defect("age", age), age).not.toBeNull();
    expect(defect("age", "0")).toBeNull();
  });
});
