/** Instalments against the closed forms, fees against the server's. */
import { expect, it } from "vitest";
import { feeOf, schedule } from "./loan";

const MILLION = 100_000_000;

it("computes instalments", () => {
  // 1,000,000 yuan at 4.35 % over 12 months: 85,309.90 yuan a month by the annuity formula.
  const equal = schedule(MILLION, 435, 12, "equal_installment");
  expect(equal?.first).toBe(8_530_990);
  expect(equal?.interest).toBe(2_371_880);
  expect(schedule(MILLION, 0, 10, "equal_installment")).toEqual({
    first: 10_000_000,
    last: 10_000_000,
    interest: 0,
  });
  expect(schedule(MILLION, 480, 12, "equal_principal")).toEqual({
    first: 8_733_333,
    last: 8_366_667,
    interest: 2_600_000,
  });
  expect(schedule(MILLION, 480, 12, "interest_first")).toEqual({
    first: 400_000,
    last: 100_400_000,
    interest: 4_800_000,
  });
  expect(schedule(MILLION, 480, 12, "quarterly")).toEqual({
    first: 1_200_000,
    last: 101_200_000,
    interest: 4_800_000,
  });
  expect(schedule(MILLION, 480, 12, "bullet")).toEqual({ first: 0, last: 104_800_000, interest: 4_800_000 });
  expect(schedule(MILLION, 480, 12, "revolving")).toBeNull();
  expect(schedule(0, 480, 12, "bullet")).toBeNull();
});

it("computes fees like the server", () => {
  const fee = (basis: "once" | "yearly" | "fixed", value: number) => ({ name: "担保费", basis, value });
  expect(feeOf(fee("once", 100), MILLION, 6)).toBe(1_000_000);
  expect(feeOf(fee("yearly", 100), MILLION, 6)).toBe(500_000);
  expect(feeOf(fee("fixed", 123), MILLION, 24)).toBe(123);
});
