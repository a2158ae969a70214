/** The words of some fields, in one line. */
import { fieldText } from "@/labels/fields";

export const FieldNames = ({ fields }: { fields: readonly string[] }) =>
  fields.map((field) => fieldText(field)).join("、");
