/** Test vectors of the design: real codes that pass, the remainder-0 case, and the mistakes that other implementations make. */
import { describe, expect, it } from "vitest";
import { checkCharacter, checkUscc } from "./uscc";

const VALID = [
  "9144030071526726XG",
  "914403001922038216",
  "91110000802100433B",
  "91330100799655058B",
  "91110108551385082Q",
  "9150000020286320X6",
  "91500107MA5UX00031",
  "91500107MA5UX0011U",
  "91500107MA5UX002XK",
  "91500107MA5UX0038K",
  "91500107MA5UX0046E",
  "91500107MA5U002140",
];

const problemOf = (text: string) => {
  const result = checkUscc(text);
  return result.ok ? "none" : result.problem;
};

describe("uscc", () => {
  it.each(VALID)("accepts %s", (code) => {
    expect(checkUscc(code)).toEqual({ ok: true, value: code, deviates: false });
  });

  it("gives 0 for remainder 0 instead of overflowing", () => {
    expect(checkCharacter("91500107MA5U00214")).toBe("0");
  });

  it("computes 3 for the worked example and refuses Z", () => {
    expect(checkCharacter("91350100M000100Y4")).toBe("3");
    expect(problemOf("91350100M000100Y4Z")).toBe("character");
    expect(problemOf("91350100M000100Y43")).toBe("none");
  });

  it("says which digit is wrong", () => {
    expect(problemOf("91500107MA5UX00032")).toBe("check");
    expect(problemOf("91500107MA5UX00041")).toBe("organization");
    expect(problemOf("91500107MA5UX0003")).toBe("length");
    expect(problemOf("915O0107MA5UX00031")).toBe("character");
    expect(problemOf("91A00107MA5UX00031")).toBe("region");
    expect(problemOf("")).toBe("empty");
  });

  it("finds every single wrong character", () => {
    const code = "91500107MA5UX00031";
    for (let index = 0; index < 18; index++) {
      const digit = code.charAt(index) === "7" ? "8" : "7";
      expect(checkUscc(code.slice(0, index) + digit + code.slice(index + 1)).ok).toBe(false);
    }
  });

  it("tolerates spaces, hyphens, lower case and full-width characters", () => {
    expect(problemOf(" 91500107-ma5ux00031 ")).toBe("none");
    expect(problemOf("９１５００１０７ＭＡ５ＵＸ０００３１")).toBe("none");
  });

  it.each(["91350203M0001QKT19", "91350211M00013FA1N", "91350203M0001FUE2P"])(
    "has the pilots' code %s confirmed",
    (code) => {
      expect(checkUscc(code)).toEqual({ ok: true, value: code, deviates: true });
    },
  );

  it("knows what positions 1 to 8 mean", () => {
    expect(problemOf("000000000000000000")).toBe("kind");
    expect(problemOf("91999999912345678P")).toBe("region");
    expect(problemOf("91350203M0001QKT29")).toBe("organization");
  });
});
