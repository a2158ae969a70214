/** Looks for the proof beside the page, which stays usable meanwhile. */
import { solve } from "@/lib/work";

self.onmessage = ({ data }: MessageEvent<{ challenge: string; bits: number }>) => {
  self.postMessage(solve(data.challenge, data.bits));
};
