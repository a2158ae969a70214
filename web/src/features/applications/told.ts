/** What is told of an application that cannot be handed in as it is. Pure. */
import type { Schema } from "@/api/types";
import type { Defect, Values } from "@/lib/forms/model";
import type { Told } from "./AllDefects";
import { type Content, spotOf, spotOfFault } from "./content";

type FieldError = Schema<"FieldError">;

/** What the server refused, as it was sent: what has been changed since is not told any more. */
export type Refusal = { errors: readonly FieldError[]; sent: Content };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What stood and stands where an error is; the form tells its own. */
function part(content: Content, field: string): unknown {
  const [top, ...rest] = field.split(".");
  const name = rest.join(".");
  if (top === "materials") return content.materials.find((one) => one.name === name);
  if (top === "figures") return content.figures[name];
  return top === "payee" ? (content.payee as Values)[name] : undefined;
}

/** The errors that still stand beside those of the form. */
export function standing({ errors, sent }: Refusal, now: Content): FieldError[] {
  return errors.filter(({ field }) => {
    if (spotOf(field)?.step === "form") return field === "values" && same(sent.values, now.values);
    return same(part(sent, field), part(now, field));
  });
}

/** By the name that comes after `top.` of a field. */
export const byName = (errors: readonly FieldError[], top: keyof Content): Map<string, string> =>
  new Map(
    errors
      .filter(({ field }) => field.startsWith(`${top}.`))
      .map(({ field, message }) => [field.slice(top.length + 1), message]),
  );

const PAYEE = { "payee.name": "户名", "payee.bank": "开户银行", "payee.account": "账号" } as const;

const sentence = ({ field, message }: FieldError) =>
  field in PAYEE ? `收款账户${PAYEE[field as keyof typeof PAYEE]}：${message}` : message;

export const toldOf = (defects: readonly Defect[], errors: readonly FieldError[]): Told[] => [
  ...defects.map(({ path, text }) => ({
    key: `${path} ${text}`,
    text,
    spot: { step: "form" as const, path },
  })),
  ...errors.map((error) => ({
    key: `${error.field} ${error.message}`,
    text: sentence(error),
    spot: spotOf(error.field),
  })),
];

export const toldOfFaults = (faults: readonly Schema<"CorrectionItem">[]): Told[] =>
  faults.map(({ place, text }) => ({ key: `${place} ${text}`, text, spot: spotOfFault(place) }));
