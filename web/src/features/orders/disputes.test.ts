import { expect, it } from "vitest";
import { isCorrected } from "./disputes";

const at = (kind: string, hour: number) => ({ kind, at: `2026-11-30T0${hour}:00:00Z` });

it.each([
  ["nothing yet", true, [at("disputed", 1)], false],
  ["put right", true, [at("disputed", 1), at("corrected", 2)], true],
  ["disputed again", true, [at("disputed", 3), at("corrected", 2), at("disputed", 1)], false],
  ["settled", false, [at("disputed", 1), at("corrected", 2)], false],
  ["of a list, without its course", true, [], false],
])("%s", (_, disputed, timeline, expected) => expect(isCorrected({ disputed, timeline })).toBe(expected));
