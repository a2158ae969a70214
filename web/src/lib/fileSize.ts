/** Sizes of files in words. */
/** `2.4 MB`, `380 KB`. */
export function sizeText(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** Room for files: how much of it is taken. */
export type Room = { used_bytes: number; allowed_bytes: number };

/** `已用 9.5 MB，共 10.0 MB`. */
export function roomText({ used_bytes, allowed_bytes }: Room): string {
  return `已用 ${used_bytes === 0 ? "0 MB" : sizeText(used_bytes)}，共 ${sizeText(allowed_bytes)}`;
}
