/** The steps of the profile: where one begins, what is missing, what it brings, and what a save takes. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { ProfileValues } from "./profileValues";
import {
  filledOf,
  firstStep,
  gainOf,
  missingIn,
  overruled,
  STEPS,
  sendable,
  stepOf,
  WEIGHTS,
  waitingFields,
} from "./steps";

const RULE = "../crates/platform/src/enterprises/completeness.rs";

it("weighs each field as the platform does, and asks for each of them in a step", () => {
  const rows = [...readFileSync(RULE, "utf8").matchAll(/\("([a-z_]+)", (\d+), /g)];
  expect(Object.fromEntries(rows.map(([, field, weight]) => [field, Number(weight)]))).toEqual(WEIGHTS);
  expect(gainOf(Object.keys(WEIGHTS))).toBe(100);
  expect(Object.keys(WEIGHTS).filter((field) => !stepOf(field))).toEqual([]);
  expect(STEPS).toHaveLength(6);
});

it.each([
  { missing: [], hash: "", step: "basic" },
  { missing: ["tax_grade", "listing_intent"], hash: "", step: "finance" },
  { missing: ["tax_grade"], hash: "#profile_attachments", step: "materials" },
  { missing: ["tax_grade"], hash: "#elsewhere", step: "finance" },
])("begins with $step where $missing is missing and a link says '$hash'", ({ missing, hash, step }) => {
  expect(firstStep(missing, hash)).toBe(step);
});

it("counts what stands in the form and is not saved yet", () => {
  const missing = ["address", "reg_capital", "staff", "revenue", "finance"];
  expect(missingIn(missing, "basic")).toEqual(["address", "reg_capital"]);
  expect(filledOf(missing, { address: " ", reg_capital: 0, staff: "12" })).toEqual(["reg_capital", "staff"]);
  const years = [{ year: 2025, revenue: 9 }] as ProfileValues["finance"];
  expect(filledOf(missing, { finance: years })).toEqual(["revenue", "finance"]);
  expect(gainOf(["revenue", "finance"])).toBe(10);
});

it("holds back the steps in which something is wrong, and saves the others", () => {
  const known = { address: "旧址", contact_name: "李想", mobile: "", email: null } as ProfileValues;
  const typed = { ...known, address: "新址", contact_name: "", mobile: "13800000001" };
  expect(sendable(typed, known, ["contact_name"])).toEqual({ ...known, address: "新址" });
  expect(sendable(typed, known, [])).toEqual(typed);
  // The tick for the identity number is not a value of the profile.
  expect(sendable(typed, known, ["agreed"])).not.toHaveProperty("agreed");
});

it("leaves alone what was held back, and what was typed while the save was on its way", () => {
  const sent = { address: "新址", staff: "1" } as ProfileValues;
  expect(waitingFields(sent, { ...sent }, [])).toEqual([]);
  expect(waitingFields(sent, { ...sent, staff: "12" }, [])).toEqual(["staff"]);
  expect(waitingFields(sent, sent, ["email"])).toContain("contact_name");
});

it("names what a register overrules, and nothing that was kept or not touched", () => {
  const before = { reg_capital: 1, address: "旧", reg_authority: "甲局", staff: 5 } as never;
  const sent = { reg_capital: 2, address: "新", reg_authority: "甲局", staff: 6 } as never;
  const after = { reg_capital: 1, address: "新", reg_authority: "甲局", staff: 5 } as never;
  const origin = (source: string) => ({ source, on: "2026-01-01" });
  const origins = {
    reg_capital: origin("business_register"),
    address: origin("business_register"),
    staff: origin("own"),
  };
  expect(overruled(sent, before, after, origins as never)).toEqual(["reg_capital"]);
});
