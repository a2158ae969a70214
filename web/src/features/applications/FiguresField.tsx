/** Figures that only the applicant knows, for the amount, as a control of a form. What cannot be read is kept as it was typed. */
import { NoFormStyle } from "antd/es/form/context";
import type { Schema } from "@/api/types";
import type { Values } from "@/lib/forms/model";
import { AnyMoneyInput, DecimalInput, RateInput, WholeInput } from "@/ui/ScaledInput";
import styles from "./applications.module.css";

type Props = {
  id?: string;
  value?: Values;
  onChange?: (figures: Values) => void;
  wanted: readonly Schema<"PolicyFigure">[];
  wrong: ReadonlyMap<string, string>;
};

const MILLION = 1_000_000;

/** The id of what a figure leads to. */
export const figureId = (of: string, name: string) => `${of}figure-${name}`;

export function FiguresField({ id = "", value = {}, onChange, wanted, wrong }: Props) {
  return (
    <NoFormStyle status override>
      <div id={id} tabIndex={-1} className="form-grid">
        {wanted.map((figure) => {
          const place = figureId(id, figure.name);
          const fault = wrong.get(figure.name);
          return (
            <div key={figure.name} className={styles.figure}>
              <label htmlFor={place}>{figure.label}</label>
              <FigureInput
                id={place}
                figure={figure}
                value={value[figure.name]}
                fault={fault}
                onChange={(next) => onChange?.({ ...value, [figure.name]: next })}
              />
              {fault && (
                <div id={`${place}-wrong`} className="input-note input-note-error">
                  {fault}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </NoFormStyle>
  );
}

type FigureProps = {
  id: string;
  figure: Schema<"PolicyFigure">;
  value: unknown;
  fault: string | undefined;
  onChange: (value: unknown) => void;
};

function FigureInput({ id, figure: { kind, unit }, value, fault, onChange }: FigureProps) {
  const number = typeof value === "number" ? value : null;
  const control = {
    id,
    "aria-invalid": fault ? true : undefined,
    "aria-describedby": fault ? `${id}-wrong` : undefined,
    unread: { start: typeof value === "string" ? value : "", keep: onChange },
  };
  if (kind === "money") return <AnyMoneyInput {...control} value={number} onChange={onChange} />;
  if (kind === "rate") return <RateInput {...control} value={number} onChange={onChange} />;
  if (kind === "count")
    return <WholeInput {...control} unit={unit ?? ""} digits={9} value={number} onChange={onChange} />;
  return (
    <DecimalInput
      {...control}
      unit={unit ?? ""}
      value={number === null ? null : Math.round(number * MILLION)}
      onChange={(next) => onChange(next === null ? null : next / MILLION)}
    />
  );
}
