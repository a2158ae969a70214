/** The form of the item within an application, as a control of the wizard. */
import { NoFormStyle } from "antd/es/form/context";
import type { Schema } from "@/api/types";
import { POLICY_ORIGIN } from "@/labels/policies";
import type { Form, Values } from "@/lib/forms/model";
import type { Remark } from "@/ui/forms/FieldFrame";
import { FormFiller } from "@/ui/forms/FormFiller";
import { UploadField } from "@/ui/UploadField";

/** Beginning of the ids of its fields: one application is written on a page. */
export const FORM_FIELDS = "applied";

type Props = {
  id?: string;
  value?: Values;
  onChange?: (values: Values) => void;
  form: Form;
  day: string;
  known: Schema<"ApplicationDetail">["known"];
  files: Schema<"FileInfo">[];
  remarks: readonly Remark[];
  checked: boolean;
  onBusy: (block: string, busy: boolean) => void;
};

export function FormStep(props: Props) {
  const { id, value = {}, onChange, form, day, known, files, remarks, checked, onBusy } = props;
  return (
    <div id={id} tabIndex={-1}>
      {/* What is wrong with the whole is not wrong with each of its fields. */}
      <NoFormStyle status override>
        <FormFiller
          of={FORM_FIELDS}
          form={form}
          values={value}
          onChange={(next) => onChange?.(next)}
          day={day}
          prefilled={known.map((one) => ({
            block: one.block,
            value: one.value,
            origin: POLICY_ORIGIN[one.origin],
            date: one.date,
          }))}
          remarks={remarks}
          checked={checked}
          files={(slot) => (
            <UploadField
              id={slot.id}
              label={slot.label}
              value={slot.value}
              onChange={slot.onChange}
              known={files}
              most={slot.most}
              onBusy={(busy) => onBusy(slot.block, busy)}
              aria-describedby={slot.describedBy}
              aria-invalid={slot.invalid || undefined}
            />
          )}
        />
      </NoFormStyle>
    </div>
  );
}
