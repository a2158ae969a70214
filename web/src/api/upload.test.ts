import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sendFile } from "./upload";

/** Requests that were begun, each answered when the test says so. */
let begun: FakeRequest[] = [];

class FakeRequest {
  upload = {};
  status = 0;
  responseText = "";
  onload?: () => void;
  onabort?: () => void;
  open = vi.fn();
  setRequestHeader = vi.fn();
  send() {
    begun.push(this);
  }
  abort() {
    this.onabort?.();
  }
  answer(status: number, body: object) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }
}

const file = (name: string) => new File(["x"], name);
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  begun = [];
  vi.useFakeTimers();
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("sends one file after the other, also after one that failed or was taken back", async () => {
  const sent = ["a.pdf", "b.pdf", "c.pdf", "d.pdf"].map((name) => sendFile(file(name), () => undefined));
  const ends = sent.map(({ done }) => done.then((info) => info.id).catch((error: Error) => error.name));
  await settled();
  expect(begun).toHaveLength(1);
  sent[1]?.abort();
  begun[0]?.answer(422, { code: "validation", detail: "文件是空的" });
  await settled();
  expect(begun).toHaveLength(2);
  sent[2]?.abort();
  await settled();
  begun[2]?.answer(201, { id: "d" });
  expect(await Promise.all(ends)).toEqual(["Problem", "AbortError", "AbortError", "d"]);
});

it("waits while colleagues upload", async () => {
  const { done } = sendFile(file("a.pdf"), () => undefined);
  await settled();
  begun[0]?.answer(429, { code: "files.busy" });
  await vi.advanceTimersByTimeAsync(4000);
  begun[1]?.answer(201, { id: "a" });
  expect((await done).id).toBe("a");
});
