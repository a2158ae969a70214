/** Where the server asks for a further proof, the page works for it and sends the same once more. */
import { useState } from "react";
import { api, unwrap } from "./client";
import { networkProblem, Problem } from "./problem";
import type { Schema } from "./types";

async function work({ challenge, bits }: Schema<"Challenge">): Promise<string> {
  // Some embedded browsers have no workers; there the page stands still for a moment.
  if (typeof Worker === "undefined") return (await import("@/lib/work")).solve(challenge, bits);
  const { default: Work } = await import("./work.worker?worker");
  const worker = new Work();
  try {
    return await new Promise<string>((found, failed) => {
      worker.onmessage = ({ data }: MessageEvent<string>) => found(data);
      worker.onerror = () => failed(networkProblem());
      worker.postMessage({ challenge, bits });
    });
  } finally {
    worker.terminate();
  }
}

/** `withProof(wanted, send)` sends; `working` is true while a proof is looked for. */
export function useProof() {
  const [working, setWorking] = useState(false);
  const withProof = async <T>(
    wanted: Schema<"ProofIn">,
    send: (proof: { proof?: string }) => Promise<T>,
  ): Promise<T> => {
    try {
      return await send({});
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "accounts.proof_required") throw error;
    }
    setWorking(true);
    try {
      return await send({ proof: await work(await unwrap(api.POST("/proofs", { body: wanted }))) });
    } finally {
      setWorking(false);
    }
  };
  return { working, withProof };
}
