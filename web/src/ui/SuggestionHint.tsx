/** Under an input: what a text suggests for it, taken over by one press and never by itself. */
import { Button } from "antd";

type Props = { found: { text: string; action: string } | null; onTake: () => void };

export function SuggestionHint({ found, onTake }: Props) {
  return (
    <div role="status" className="suggestion-hint under-field">
      {found && (
        <>
          <span>{found.text}</span>
          <Button size="small" onClick={onTake}>
            {found.action}
          </Button>
        </>
      )}
    </div>
  );
}

/** `（依据：设备、生产线）`; nothing without words. */
export const reasonText = (words: readonly string[]) =>
  words.length > 0 ? `（依据：${words.join("、")}）` : "";
