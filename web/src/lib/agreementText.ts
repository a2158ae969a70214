/** Agreement bodies are plain text: blank lines part paragraphs, a first line “一、…” is a heading. */

export type AgreementBlock = { key: string; heading: boolean; text: string };

export function agreementBlocks(body: string): AgreementBlock[] {
  return body
    .split(/\n\s*\n/)
    .flatMap((paragraph) => {
      const text = paragraph.trim();
      const heading = /^[一二三四五六七八九十]+、[^\n]{1,30}(?=\n|$)/.exec(text)?.[0];
      const rest = heading ? text.slice(heading.length).trim() : text;
      return [
        ...(heading ? [{ heading: true, text: heading }] : []),
        ...(rest ? [{ heading: false, text: rest }] : []),
      ];
    })
    .map((block, index) => ({ ...block, key: String(index) }));
}
