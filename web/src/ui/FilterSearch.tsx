/** Words that a list is searched by: sent with Enter or when the field is left, gone when it is emptied. */
import { type FormEvent, useEffect, useState } from "react";
import styles from "./FilterSearch.module.css";

type Props = {
  /** Its name, as no label stands beside it. */
  label: string;
  placeholder: string;
  maxLength: number;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
};

export function FilterSearch({ label, placeholder, maxLength, value, onChange }: Props) {
  const [text, setText] = useState(value ?? "");
  useEffect(() => setText(value ?? ""), [value]);
  const send = (words: string) => {
    const asked = words.trim() || undefined;
    if (asked !== value) onChange(asked);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(text);
  };
  return (
    <search className="filter-select">
      <form onSubmit={submit}>
        <input
          className={styles.field}
          type="search"
          aria-label={label}
          placeholder={placeholder}
          maxLength={maxLength}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value === "") send("");
          }}
          onBlur={() => send(text)}
        />
      </form>
    </search>
  );
}
