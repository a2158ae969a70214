/** One of a few values, by the browser's own list: light, and at home on phones. Long or searched lists use antd's Select. */
import styles from "./NativeSelect.module.css";

type Props<T extends string> = {
  options: readonly { value: T; label: string }[];
  /** Shown while nothing is chosen. */
  placeholder?: string;
  /** Whether what was chosen can be taken back. */
  clearable?: boolean;
  /** Given by Form.Item. */
  id?: string;
  value?: T | null;
  onChange?: (value: T | undefined) => void;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-required"?: boolean;
  "aria-invalid"?: boolean;
};

export function NativeSelect<T extends string>(props: Props<T>) {
  const { options, placeholder = "请选择", clearable = false, value, onChange, ...rest } = props;
  return (
    <select
      {...rest}
      className={value ? styles.select : `${styles.select} ${styles.empty}`}
      value={value ?? ""}
      onChange={(event) => onChange?.(options.find((option) => option.value === event.target.value)?.value)}
    >
      <option value="" disabled={!clearable} hidden={!clearable}>
        {placeholder}
      </option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
