/** A term in whole months; the value is a number or null. */
import { Input } from "antd";

type Props = {
  id?: string;
  value?: number | null;
  onChange?: (value: number | null) => void;
  "aria-required"?: boolean;
};

export function MonthsInput({ value, onChange, ...rest }: Props) {
  return (
    <Input
      {...rest}
      value={value ?? ""}
      inputMode="numeric"
      autoComplete="off"
      maxLength={3}
      placeholder="例如 12"
      suffix={<span className="unit">个月</span>}
      onChange={(event) => {
        const digits = event.target.value.replace(/\D/g, "");
        onChange?.(digits === "" ? null : Number(digits));
      }}
    />
  );
}
