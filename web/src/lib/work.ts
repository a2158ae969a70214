/** A proof of work: the number that gives a hash beginning with so many zero bits. Plain code, because `crypto.subtle` is missing on plain http. */
import { sha256 } from "@noble/hashes/sha2.js";

/** The challenge is hashed once, so that each try is one block of SHA-256. */
export function solve(challenge: string, bits: number): string {
  const block = new Uint8Array(40);
  block.set(sha256(new TextEncoder().encode(challenge)));
  const number = new DataView(block.buffer, 32);
  for (let tried = 0; ; tried++) {
    number.setUint32(0, Math.floor(tried / 2 ** 32));
    number.setUint32(4, tried >>> 0);
    if (zeroBits(sha256(block)) >= bits) return `${challenge}.${tried}`;
  }
}

export function zeroBits(hash: Uint8Array): number {
  const at = hash.findIndex((byte) => byte !== 0);
  return at < 0 ? hash.length * 8 : at * 8 + Math.clz32(hash[at] ?? 0) - 24;
}
