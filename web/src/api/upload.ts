/** Uploads one file with progress, which fetch cannot tell; answers and failures in the same shapes as the client. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import { networkProblem, Problem } from "./problem";
import { readQuery } from "./queries";
import type { Schema } from "./types";

export const uploadRulesQuery = queryOptions({ ...readQuery("files", "/files/rules"), staleTime: 60_000 });

function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

/** Where files go: those of an organisation, or those of somebody who registers. */
export type UploadPlace = "/files" | "/registrations/files";

export type Sending = { done: Promise<Schema<"FileInfo">>; abort: () => void };

/** So often it is tried again when colleagues are uploading, too: for about a minute. */
const PATIENCE = 20;

const aborted = () => new DOMException("aborted", "AbortError");

/** The server takes two uploads of an organisation at a time, so a page sends one after the other. */
let last: Promise<unknown> = Promise.resolve();

export function sendFile(
  file: File,
  onProgress: (percent: number) => void,
  place: UploadPlace = "/files",
): Sending {
  const stop = new AbortController();
  const done = last.then(() => sendPatiently(file, onProgress, stop.signal, place));
  last = done.catch(() => undefined);
  return { done, abort: () => stop.abort() };
}

async function sendPatiently(
  file: File,
  onProgress: (percent: number) => void,
  stop: AbortSignal,
  place: UploadPlace,
) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await sendOnce(file, onProgress, stop, place);
    } catch (error) {
      if (!(error instanceof Problem && error.code === "files.busy") || tries >= PATIENCE) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2000 + Math.random() * 2000));
    }
  }
}

function sendOnce(file: File, onProgress: (percent: number) => void, stop: AbortSignal, place: UploadPlace) {
  if (stop.aborted) return Promise.reject(aborted());
  const request = new XMLHttpRequest();
  stop.addEventListener("abort", () => request.abort());
  return new Promise<Schema<"FileInfo">>((resolve, reject) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.floor((event.loaded / event.total) * 100));
    };
    request.onload = () => {
      if (request.status === 201)
        return resolve(parsed<Schema<"FileInfo">>(request.responseText) as Schema<"FileInfo">);
      reject(
        new Problem({ ...parsed<Partial<Schema<"Problem">>>(request.responseText), status: request.status }),
      );
    };
    request.onerror = () => reject(networkProblem());
    request.onabort = () => reject(aborted());
    request.open("POST", `/api${place}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("X-Requested-With", "jinqiao");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });
}

/** Lets go of a file that nothing uses; what is left over is swept by the server. */
export function discardFile(id: string): void {
  api.DELETE("/files/{id}", { params: { path: { id } } }).catch(() => undefined);
}
