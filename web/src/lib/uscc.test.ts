/** Test vectors of the design: real codes that pass, the remainder-0 case, and the mistakes that other implementations make. */
import { describe, expect, it } from "vitest";
import { checkCharacter, checkUscc, normalizeUscc } from "./uscc";

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
    expect(checkUscc(code)).toEqual({ ok: true, value: code });
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
    expect(normalizeUscc(" 91500107-ma5ux00031 ")).toBe("91500107MA5UX00031");
    expect(normalizeUscc("915001")).toBe("915001");
  });
});
