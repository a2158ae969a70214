/** A mobile number in part, and whether a code has come to it. */
import { StatusTag } from "./StatusTag";

export function Mobile({ masked, verified }: { masked: string; verified: boolean }) {
  return (
    <>
      {masked} <StatusTag tone={verified ? "ok" : "neutral"}>{verified ? "已核验" : "未核验"}</StatusTag>
    </>
  );
}
