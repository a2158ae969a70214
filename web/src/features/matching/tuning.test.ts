import { expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { complete, same, sumOf, type Typed, typedOf } from "./tuning";

const SETTINGS: Schema<"MatchSettings"> = {
  weights: {
    fit: 20,
    price: 20,
    guarantee: 15,
    affinity: 10,
    tags: 5,
    text: 5,
    history: 5,
    network: 5,
    service: 10,
    first_loan: 5,
  },
  share_cap: 4_000,
  lead: 10,
  network: { half_life: 365, lambda: null },
};

const typed = (change: Partial<Typed["weights"]>): Typed => ({
  ...typedOf(SETTINGS),
  weights: { ...SETTINGS.weights, ...change },
});

test("only whole settings whose weights sum to a hundred are tried", () => {
  expect(complete(typed({}))).toEqual(SETTINGS);
  expect(sumOf(typed({ fit: null }))).toBe(80);
  expect(complete(typed({ fit: null }))).toBeNull();
  expect(complete(typed({ fit: 21 }))).toBeNull();
  expect(complete({ ...typed({}), lead: null })).toBeNull();
  const network = (change: Partial<Typed["network"]>) => {
    const plain = typed({});
    return complete({ ...plain, network: { ...plain.network, ...change } });
  };
  expect(network({ rule: "hybrid" })?.network).toEqual({ half_life: 365, lambda: 200 });
  expect(network({ lambda: null })).toEqual(SETTINGS);
  expect(network({ rule: "hybrid", lambda: null })).toBeNull();
  expect(network({ half_life: null })).toBeNull();
});

test("an effect belongs to the settings with which it was tried", () => {
  expect(same(SETTINGS, complete(typed({})))).toBe(true);
  expect(same(SETTINGS, complete(typed({ fit: 24, price: 21 })))).toBe(false);
  expect(same(SETTINGS, complete({ ...typed({}), share_cap: 5_000 }))).toBe(false);
  expect(same(SETTINGS, null)).toBe(false);
});
