/** Short texts, typed one after the other: Enter, a comma, or leaving the field ends one. */
import { type KeyboardEvent, useState } from "react";
import styles from "./TagsInput.module.css";
import { useComposition } from "./useComposition";

type Props = {
  /** How many there may be; what is typed beyond stays in the field. */
  max?: number;
  placeholder?: string;
  /** Given by Form.Item. */
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
  "aria-describedby"?: string;
  "aria-required"?: boolean;
  "aria-invalid"?: boolean;
};

const SEPARATORS = /[,，、]/;

export function TagsInput({ max = Number.POSITIVE_INFINITY, placeholder, value, onChange, ...rest }: Props) {
  const [text, setText] = useState("");
  const tags = value ?? [];
  /** All but the last part are complete. */
  const take = (parts: string[], open: string) => {
    const next = [...new Set([...tags, ...parts.map((part) => part.trim()).filter(Boolean)])];
    if (next.length > max) return;
    if (next.length > tags.length) onChange?.(next);
    setText(open);
  };
  const input = useComposition(text, (typed) => {
    setText(typed);
    if (!SEPARATORS.test(typed)) return;
    const parts = typed.split(SEPARATORS);
    take(parts.slice(0, -1), parts.at(-1) ?? "");
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      take([text], "");
    } else if (event.key === "Backspace" && text === "" && tags.length > 0) onChange?.(tags.slice(0, -1));
  };
  return (
    <div className={styles.box}>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
          <button
            type="button"
            aria-label={`删除“${tag}”`}
            onClick={() => onChange?.(tags.filter((kept) => kept !== tag))}
          >
            ×
          </button>
        </span>
      ))}
      <input
        {...rest}
        {...input}
        autoComplete="off"
        placeholder={tags.length === 0 ? placeholder : undefined}
        onKeyDown={onKeyDown}
        onBlur={() => take([text], "")}
      />
    </div>
  );
}
