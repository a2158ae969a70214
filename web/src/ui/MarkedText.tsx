/** A text in which the parts that tell who the enterprise is are marked. */
import type { Schema } from "@/api/types";
import { partsOf } from "./markedParts";

type Props = { text: string; hits: readonly Schema<"Hit">[] };

export function MarkedText({ text, hits }: Props) {
  return (
    <>
      {partsOf(text, hits).map(({ from, part, marked }) =>
        marked ? (
          <mark key={from} title="可能暴露企业身份">
            {part}
          </mark>
        ) : (
          <span key={from}>{part}</span>
        ),
      )}
    </>
  );
}
