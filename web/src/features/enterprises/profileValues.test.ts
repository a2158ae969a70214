/** The profile keeps what was not typed again and never stores what is secret. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { fieldText } from "@/labels/fields";
import { storable, toProfileInput, toValues } from "./profileValues";
import { STEPS } from "./steps";

const PROFILE = {
  version: 3,
  name: "示例公司",
  uscc: "91500107MA5UX00031",
  contact_name: "李想",
  mobile_masked: "138****0001",
  legal_person_id_masked: "5001***********012X",
  staff: 0,
  rd_staff: null,
  reg_capital: 500_000_000,
  titles: ["high_tech"],
} as Schema<"ProfileView">;

it("sends null for the masked fields, so that the server keeps them", () => {
  const input = toProfileInput(toValues(PROFILE));
  expect(input).toMatchObject({ legal_person_id: null, mobile: null, staff: 0, rd_staff: null });
  expect(input.reg_capital).toBe(500_000_000);
  expect(toProfileInput({ titles: [], legal_person_id: " 11010519491231002x " }).legal_person_id).toBe(
    "11010519491231002X",
  );
});

it("keeps no identity number and no mobile number in the browser", () => {
  const kept = storable({ titles: [], legal_person_id: "11010519491231002X", mobile: "13800000001" });
  expect(JSON.stringify(kept)).not.toMatch(/\d{11}/);
});

it("has every field of the form in one step, with a name", () => {
  const fields: string[] = STEPS.flatMap((step) => [...step.fields]).filter((field) => field !== "agreed");
  expect([...fields].sort()).toEqual(Object.keys(toValues(PROFILE)).sort());
  expect(fields.every((field) => fieldText(field) !== field)).toBe(true);
});
