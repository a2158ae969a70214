/** One question: answers of one press, or any other value typed. */
import { useEffect, useId, useState } from "react";
import { defect, type QUESTIONS } from "./answers";
import styles from "./estimate.module.css";

type Props = {
  question: (typeof QUESTIONS)[number];
  number: number;
  value: string;
  onChange: (text: string) => void;
};

/** While somebody types, the result waits for so long. */
const PAUSE_MS = 400;

export function QuestionField({ question, number, value, onChange }: Props) {
  const id = useId();
  const { key, text, unit, choices, hint } = question;
  const isChoice = choices.some((choice) => String(choice) === value);
  // What was typed stays in the box, also while it happens to be one of the choices.
  const [typed, setTyped] = useState(isChoice ? "" : value);
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    if (!typing) return;
    const timer = setTimeout(() => {
      setTyping(false);
      onChange(typed.trim());
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  });
  const answerNow = () => {
    if (!typing) return;
    setTyping(false);
    onChange(typed.trim());
  };
  const wrong = defect(key, value);
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  return (
    <fieldset className={styles.question}>
      <legend>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        {text}
      </legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={!typing && value === String(choice)}
            onClick={() => {
              setTyped("");
              setTyping(false);
              onChange(String(choice));
            }}
          >
            <span className="num">{choice >= 10_000 ? `${choice / 10_000} 亿元` : `${choice} ${unit}`}</span>
          </button>
        ))}
        <label className={styles.other}>
          <span className="visually-hidden">{text}其他数值</span>
          <input
            inputMode="decimal"
            placeholder="其他"
            maxLength={12}
            value={typed}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={described || undefined}
            onChange={(event) => {
              setTyped(event.target.value);
              setTyping(true);
            }}
            onBlur={answerNow}
          />
          {unit}
        </label>
      </div>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {wrong && (
        <p id={`${id}-wrong`} className={styles.wrong}>
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
