/**
 * A form as it is filled in. The values are kept as they are typed, also those that are hidden or cannot be read; what is wrong is
 * told at its field while it is typed, and all of it in a list once `checked`. `answersOf` says what is to be submitted.
 */
import { type ReactNode, useId, useMemo, useState } from "react";
import { answersOf } from "@/lib/forms/answers";
import type { Defect, Form, Values } from "@/lib/forms/model";
import { useIsPhone } from "@/lib/useMedia";
import { BlockField, type FileSlot } from "./BlockField";
import { DefectNav } from "./DefectNav";
import type { FieldContext, Prefill, Remark } from "./FieldFrame";
import styles from "./filler.module.css";

type Props = {
  form: Form;
  values: Values;
  onChange: (values: Values) => void;
  /** Of the application, such as `2026-11-30`. */
  day: string;
  prefilled?: readonly Prefill[];
  /** What was asked to be corrected. */
  remarks?: readonly Remark[];
  /** Everything that is wrong is told, not only what is typed wrongly. */
  checked?: boolean;
  files: (slot: FileSlot) => ReactNode;
  /** As on a phone, whatever the screen is. */
  narrow?: boolean;
  /** Beginning of the ids of its fields, for who leads into it from outside, and lists what is wrong there. */
  of?: string;
};

/** Nothing stands there yet: told when all is checked, not while one is still on the way. */
const isGap = ({ code }: Defect) => code === "required" || code === "not_agreed";

export function FormFiller(props: Props) {
  const { form, values, onChange, day, prefilled = [], remarks = [], checked = false, files } = props;
  const phone = useIsPhone();
  const own = useId();
  const of = props.of ?? own;
  const narrow = props.narrow ?? phone;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const answers = useMemo(() => answersOf(form, values, day), [form, values, day]);
  const told = answers.defects.filter(
    (defect) => checked || (!isGap(defect) && touched.has(defect.path.split("/")[1] ?? "")),
  );
  const context: FieldContext = {
    of,
    narrow,
    wrong: (path) => told.filter((defect) => defect.path === path),
  };
  const hidden = new Set(answers.hidden);
  const touch = (block: string) => touched.has(block) || setTouched(new Set([...touched, block]));
  return (
    <div className={narrow ? `${styles.form} ${styles.narrow}` : styles.form}>
      {checked && !props.of && <DefectNav of={of} defects={answers.defects} />}
      {form.blocks
        .filter((block) => !hidden.has(block.id))
        .map((block) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that a field within is left, before which nothing is wrong.
          <div key={block.id} onBlur={() => touch(block.id)}>
            <BlockField
              form={form}
              block={block}
              value={values[block.id]}
              submitted={answers.submitted}
              prefill={prefilled.find((one) => one.block === block.id)}
              remarks={remarks.filter(({ path }) => path === `/${block.id}`).map(({ text }) => text)}
              context={context}
              files={files}
              onChange={(value) => onChange({ ...values, [block.id]: value })}
            />
          </div>
        ))}
    </div>
  );
}
