/** One choice of a filter: the browser's own list, or where it is long a list that can be searched, which loads when it is shown. */
import { lazy, Suspense } from "react";
import { NativeSelect } from "./NativeSelect";

export type FilterSelectProps<T extends string> = {
  options: readonly { value: T; label: string }[];
  /** What it says while nothing is chosen. */
  placeholder: string;
  value: T | undefined;
  onChange: (value: T | undefined) => void;
  /** Of the control, where its label stands outside … */
  id?: string;
  /** … or its name, where none does. */
  "aria-label"?: string;
};

/** More are searched rather than read through. */
const READ = 30;

const LongSelect = lazy(async () => ({ default: (await import("./LongSelect")).LongSelect }));

export function FilterSelect<T extends string>(props: FilterSelectProps<T>) {
  const { options, onChange } = props;
  const short = <NativeSelect {...props} clearable />;
  const control =
    options.length > READ ? (
      <Suspense fallback={short}>
        <LongSelect
          {...props}
          onChange={(value) => onChange(options.find((option) => option.value === value)?.value)}
        />
      </Suspense>
    ) : (
      short
    );
  return props["aria-label"] ? <div className="filter-select">{control}</div> : control;
}
