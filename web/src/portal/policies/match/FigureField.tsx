/** One question about a firm, in plain inputs: a figure with its unit, a day, a choice, or ticks. */
import { useId } from "react";
import { type Answer, type Asked, NONE, readAnswer, ticked } from "./figures";
import styles from "./match.module.css";

type Props = { field: Asked; answer: Answer | undefined; onChange: (answer: Answer) => void };

const UNIT: Partial<Record<Asked["kind"], string>> = { money: "万元", rate: "%" };

/** Longer than any figure, and as long as a place. */
const MOST = 60;

export function FigureField({ field, answer, onChange }: Props) {
  const id = useId();
  const { name, kind, options = [] } = field;
  if (kind === "several" || kind === "yes_no")
    return <Ticks field={field} answer={answer} onChange={onChange} />;
  const text = typeof answer === "string" ? answer : "";
  const { wrong } = readAnswer(field, answer);
  const unit = field.unit || UNIT[kind];
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{name}</label>
      {kind === "choice" ? (
        <select id={id} value={text} onChange={(event) => onChange(event.target.value)}>
          <option value="">请选择</option>
          {options.map((option) => (
            <option key={option.code} value={option.code}>
              {option.name}
            </option>
          ))}
        </select>
      ) : (
        <span className={styles.typed}>
          <input
            id={id}
            type={kind === "date" ? "date" : "text"}
            inputMode={
              kind === "count" ? "numeric" : kind === "date" || kind === "text" ? undefined : "decimal"
            }
            autoComplete="off"
            maxLength={MOST}
            value={text}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
            onChange={(event) => onChange(event.target.value)}
          />
          {unit && <span className={styles.unit}>{unit}</span>}
        </span>
      )}
      {wrong && (
        <p id={`${id}-wrong`} className={styles.wrong}>
          {wrong}
        </p>
      )}
    </div>
  );
}

function Ticks({ field, answer, onChange }: Props) {
  const { name, kind, options = [], complete } = field;
  const several = kind === "several";
  const choices = several
    ? [...options, ...(complete ? [{ code: NONE, name: "以上都没有" }] : [])]
    : [
        { code: "yes", name: "是" },
        { code: "no", name: "否" },
      ];
  const isOn = (code: string) => (Array.isArray(answer) ? answer.includes(code) : answer === code);
  const press = (code: string) => {
    if (several) onChange(ticked(answer, code));
    else onChange(answer === code ? "" : code);
  };
  return (
    <fieldset className={styles.field}>
      <legend>{name}</legend>
      <div className={styles.ticks}>
        {choices.map((choice) => (
          <button
            key={choice.code}
            type="button"
            aria-pressed={isOn(choice.code)}
            onClick={() => press(choice.code)}
          >
            {choice.name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
