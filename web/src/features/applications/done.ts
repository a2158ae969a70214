/** In which steps of an application nothing required is missing; whether a figure or an account is right, the server tells. Pure. */
import type { Content, Detail, Material, StepKey } from "./content";

const brought = (materials: readonly Material[], { name, source }: Detail["materials"][number]) => {
  const found = materials.find((one) => one.name === name);
  if (source === "statement") return found?.agreed ?? false;
  return source === "platform" || (found?.files.length ?? 0) > 0;
};

/**
 * What may stay empty is whole once something is in it or it was `passed`; `defects` are those that the form finds. The conditions
 * and the last look count as the steps before the one that is open.
 */
export function doneOf(
  detail: Detail,
  { values, figures, materials, payee }: Content,
  defects: number,
): (key: StepKey, passed: boolean) => boolean | undefined {
  const missing = detail.materials.some((one) => one.required && !brought(materials, one));
  const whole: Partial<Record<StepKey, { fine: boolean; begun: boolean }>> = {
    form: { fine: defects === 0, begun: Object.keys(values).length > 0 },
    figures: {
      fine: detail.figures.every(({ name }) => typeof figures[name] === "number"),
      begun: true,
    },
    materials: { fine: !missing, begun: materials.some((one) => one.agreed || one.files.length > 0) },
    payee: { fine: [payee.name, payee.bank, payee.account].every((one) => one.trim() !== ""), begun: true },
  };
  return (key, passed) => {
    const of = whole[key];
    return of?.fine && (of.begun || passed);
  };
}
