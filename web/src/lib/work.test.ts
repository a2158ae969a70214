/** The number that a page finds is the one that the server checks: SHA-256 of the challenge's hash and eight bytes. */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { solve, zeroBits } from "./work";

it.each([0, 1, 9])("finds a number that gives %i zero bits", (bits) => {
  const proof = solve("15.1790000000.abc.def", bits);
  const [, number] = /^15\.1790000000\.abc\.def\.(\d+)$/.exec(proof) ?? [];
  const eight = Buffer.alloc(8);
  eight.writeBigUInt64BE(BigInt(number ?? -1));
  const seed = createHash("sha256").update("15.1790000000.abc.def").digest();
  const hash = createHash("sha256").update(seed).update(eight).digest();
  expect(zeroBits(hash)).toBeGreaterThanOrEqual(bits);
});

it("counts zero bits", () => {
  expect(zeroBits(new Uint8Array([0x80]))).toBe(0);
  expect(zeroBits(new Uint8Array([0, 0x01]))).toBe(15);
  expect(zeroBits(new Uint8Array([0, 0]))).toBe(16);
});
