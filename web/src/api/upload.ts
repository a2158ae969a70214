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

export type Sending = { done: Promise<Schema<"FileInfo">>; abort: () => void };

export function sendFile(file: File, onProgress: (percent: number) => void): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<Schema<"FileInfo">>((resolve, reject) => {
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
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
  });
  request.open("POST", `/api/files?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader("X-Requested-With", "jinqiao");
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.send(file);
  return { done, abort: () => request.abort() };
}

/** Lets go of a file that nothing uses; what is left over is swept by the server. */
export function discardFile(id: string): void {
  api.DELETE("/files/{id}", { params: { path: { id } } }).catch(() => undefined);
}
