/** Inputs for exact numbers: 万元 with the amount in words below, 元, percent, and whole numbers. The value is an integer (fen, 0.001 %
 * or basis points). */
import Input from "antd/es/input/Input";
import { useId, useState } from "react";
import { amountWords } from "@/lib/amountWords";
import { parseScaled, parseSigned, parseWhole, unscaled } from "@/lib/money";
import { useComposition } from "./useComposition";

type Props = {
  /** Given by Form.Item. */
  id?: string;
  value?: number | null;
  onChange?: (value: number | null) => void;
  placeholder?: string;
  disabled?: boolean;
  readOnly?: boolean;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-required"?: boolean;
  "aria-invalid"?: boolean;
  /** Where what cannot be read is kept as well, as in a draft: what stood there at first, and what stands there now. */
  unread?: { start: string; keep: (text: string) => void };
};

type Scale = { shift: number; unit: string; words: boolean; hint: string; signed?: boolean; digits?: number };

/** A loss is typed with a minus. */
function parse(text: string, { shift, signed, digits }: Scale): number | null {
  if (digits !== undefined) return parseWhole(text, digits);
  return signed ? parseSigned(text, shift) : parseScaled(text, shift);
}

const plain = (value: number, { shift }: Scale) => `${value < 0 ? "-" : ""}${unscaled(value, shift)}`;

function ScaledInput({ value, onChange, scale, unread, ...rest }: Props & { scale: Scale }) {
  const [text, setText] = useState(unread?.start ?? "");
  const hint = useId();
  const typed = text.trim() === "" ? null : parse(text, scale);
  // What was typed stays as typed while it means the same value; a value from outside (draft, server) replaces it.
  const shown =
    typed === (value ?? null) ? text : value === null || value === undefined ? text : plain(value, scale);
  const invalid = shown.trim() !== "" && parse(shown, scale) === null;
  const input = useComposition(shown, (next) => {
    setText(next);
    const read = next.trim() === "" ? null : parse(next, scale);
    if (unread && read === null && next.trim() !== "") unread.keep(next);
    else onChange?.(read);
  });
  const words = scale.words && (value ?? 0) >= 0 ? amountWords(value) : "";
  return (
    <div>
      <Input
        {...rest}
        {...input}
        className={rest.readOnly ? "is-read-only" : undefined}
        aria-describedby={invalid ? hint : rest["aria-describedby"]}
        aria-invalid={invalid || rest["aria-invalid"]}
        // What cannot be read has no value: whoever saves must not take it for an empty field.
        data-unreadable={invalid || undefined}
        inputMode={scale.digits === undefined ? "decimal" : "numeric"}
        autoComplete="off"
        suffix={<span className="unit">{scale.unit}</span>}
        status={invalid || rest["aria-invalid"] ? "error" : undefined}
      />
      {invalid && (
        <div id={hint} className="input-note input-note-error">
          {scale.hint}
        </div>
      )}
      {!invalid && words && <div className="input-note">{words}</div>}
    </div>
  );
}

/** Fen, typed in 万元. */
export const MoneyInput = (props: Props) => (
  <ScaledInput
    {...props}
    scale={{ shift: 6, unit: "万元", words: true, hint: "请输入数字，单位为万元，例如 300 或 85.5" }}
  />
);

/** Fen, typed in 万元; a loss with a minus. */
export const SignedMoneyInput = (props: Props) => (
  <ScaledInput
    {...props}
    scale={{ shift: 6, unit: "万元", words: true, hint: "请输入数字，单位为万元，亏损填负数", signed: true }}
  />
);

/** Fen, typed in 元: fees. */
export const YuanInput = (props: Props) => (
  <ScaledInput
    {...props}
    scale={{ shift: 2, unit: "元", words: true, hint: "请输入数字，单位为元，最多两位小数" }}
  />
);

/** A yearly rate in 0.001 %, typed in percent. */
export const RateInput = (props: Props) => (
  <ScaledInput
    {...props}
    scale={{ shift: 3, unit: "%", words: false, hint: "请输入数字，最多三位小数，例如 4.35 或 5.537" }}
  />
);

/** A share in basis points, typed in percent. */
export const ShareInput = (props: Props) => (
  <ScaledInput
    {...props}
    scale={{ shift: 2, unit: "%", words: false, hint: "请输入数字，最多两位小数，例如 12.5" }}
  />
);

/** Basis points of a rate, typed as a whole number; fewer with a minus. */
export const PointsInput = (props: Props) => (
  <ScaledInput
    {...props}
    scale={{ shift: 0, unit: "个基点", words: false, hint: "请输入整数，减点填负数", signed: true }}
  />
);

/** Thousandths, typed as a number from 0 to 1. */
export const LambdaInput = (props: Props) => (
  <ScaledInput
    {...props}
    scale={{ shift: 3, unit: "", words: false, hint: "请输入 0 至 1 之间的数，最多三位小数，例如 0.2" }}
  />
);

/** A whole number of at most `digits` digits, with its unit. */
export const WholeInput = ({ unit, digits = 3, ...props }: Props & { unit: string; digits?: number }) => (
  <ScaledInput
    {...props}
    scale={{ shift: 0, unit, words: false, hint: `请输入整数，最多 ${digits} 位`, digits }}
  />
);

/** A term in months. */
export const MonthsInput = (props: Props) => <WholeInput placeholder="例如 12" {...props} unit="个月" />;

/** Fen, typed in 万元, in a form that somebody else defined: its range is said beside it. */
export const AnyMoneyInput = ({ words = true, ...props }: Props & { words?: boolean }) => (
  <ScaledInput
    {...props}
    scale={{ shift: 6, unit: "万元", words, hint: "请输入数字，单位为万元，例如 300 或 85.5", signed: true }}
  />
);

/** Millionths, typed as a number with at most six decimals. */
export const DecimalInput = ({ unit, ...props }: Props & { unit: string }) => (
  <ScaledInput
    {...props}
    scale={{ shift: 6, unit, words: false, hint: "请输入数字，小数最多 6 位", signed: true }}
  />
);
