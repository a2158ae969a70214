/** Several choices of which at least one may be needed: a group with a name, without attributes that groups may not carry. */
import { Checkbox } from "antd";

type Props<T extends string> = {
  /** The same words as the visible label. */
  label: string;
  options: { value: T; label: string }[];
  id?: string;
  value?: T[];
  onChange?: (value: T[]) => void;
};

export function ChoiceGroup<T extends string>({ label, options, id, value, onChange }: Props<T>) {
  return (
    <fieldset id={id} className="choice-group" aria-label={label} tabIndex={-1}>
      <Checkbox.Group<T> options={options} value={value} onChange={onChange} className="check-grid" />
    </fieldset>
  );
}
