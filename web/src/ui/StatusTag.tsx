/** A state in words with a tone; the dot's colour only repeats what the words say. */
import type { Label, Tone } from "@/labels/label";

type Props = { label: Label } | { tone: Tone; children: string };

export function StatusTag(props: Props) {
  const tone = "label" in props ? props.label.tone : props.tone;
  const text = "label" in props ? props.label.text : props.children;
  return (
    <span className={`status-tag tone-${tone}`}>
      <span className="status-dot" aria-hidden="true" />
      {text}
    </span>
  );
}
