/** A whole number with its unit; the value is a number or null. */
import Input from "antd/es/input/Input";

type Props = {
  id?: string;
  value?: number | null;
  onChange?: (value: number | null) => void;
  unit: string;
  placeholder?: string;
  digits?: number;
  "aria-required"?: boolean;
};

export function WholeInput({ value, onChange, unit, digits = 3, ...rest }: Props) {
  return (
    <Input
      {...rest}
      value={value ?? ""}
      inputMode="numeric"
      autoComplete="off"
      maxLength={digits}
      suffix={<span className="unit">{unit}</span>}
      onChange={(event) => {
        const typed = event.target.value.replace(/\D/g, "");
        onChange?.(typed === "" ? null : Number(typed));
      }}
    />
  );
}
