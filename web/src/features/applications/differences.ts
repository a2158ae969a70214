/** What stands differently on this page and where it was saved in the meantime: both, as people read them. Pure. */
import type { Form } from "@/lib/forms/model";
import { calledText, valueText } from "@/lib/forms/words";
import type { Content, Detail, Payee } from "./content";
import { formOf } from "./content";

export type Difference = {
  key: string;
  label: string;
  mine: string;
  theirs: string;
  /** `mine` with what was saved elsewhere in this place. */
  adopted: (mine: Content) => Content;
};

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** A table says its cells, as its number of rows may be the same. */
function said(form: Form, id: string, value: unknown): string {
  const input = form.blocks.find((block) => block.id === id)?.input;
  if (!input) return value === undefined || value === null ? "—" : String(value);
  if (input === "heading" || !("table" in input) || !Array.isArray(value)) return valueText(input, value);
  const { columns } = input.table;
  const row = (cells: Record<string, unknown>) =>
    columns.map((column) => valueText(column.input, cells?.[column.id])).join("，");
  return value.map((cells, at) => `${at + 1}. ${row(cells)}`).join("；");
}

function ofValues(form: Form, mine: Content, theirs: Content): Difference[] {
  const ids = [...new Set([...Object.keys(mine.values), ...Object.keys(theirs.values)])];
  const order = form.blocks.map((block) => block.id);
  return ids
    .filter((id) => !same(mine.values[id], theirs.values[id]))
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((id) => {
      const block = form.blocks.find((one) => one.id === id);
      return {
        key: `values.${id}`,
        label: block ? calledText(block) : id,
        mine: said(form, id, mine.values[id]),
        theirs: said(form, id, theirs.values[id]),
        adopted: (content) => ({ ...content, values: { ...content.values, [id]: theirs.values[id] } }),
      };
    });
}

const PAYEE: Record<keyof Payee, string> = { name: "户名", bank: "开户银行", account: "账号" };

function ofPayee(mine: Content, theirs: Content): Difference[] {
  return (Object.keys(PAYEE) as (keyof Payee)[])
    .filter((key) => mine.payee[key] !== theirs.payee[key])
    .map((key) => ({
      key: `payee.${key}`,
      label: PAYEE[key],
      mine: mine.payee[key] || "—",
      theirs: theirs.payee[key] || "—",
      adopted: (content) => ({ ...content, payee: { ...content.payee, [key]: theirs.payee[key] } }),
    }));
}

function ofMaterials(detail: Detail, mine: Content, theirs: Content): Difference[] {
  const named = (content: Content, name: string) => content.materials.find((one) => one.name === name);
  const text = (content: Content, name: string) => {
    const one = named(content, name);
    if (one?.agreed) return "已确认";
    return one?.files.length ? `${one.files.length} 个文件` : "—";
  };
  return detail.materials
    .map((material) => material.name ?? "")
    .filter((name) => !same(named(mine, name), named(theirs, name)))
    .map((name) => ({
      key: `materials.${name}`,
      label: name,
      mine: text(mine, name),
      theirs: text(theirs, name),
      adopted: (content) => {
        const other = named(theirs, name);
        const rest = content.materials.filter((one) => one.name !== name);
        return { ...content, materials: other ? [...rest, other] : rest };
      },
    }));
}

function ofFigures(detail: Detail, mine: Content, theirs: Content): Difference[] {
  return detail.figures
    .filter(({ name }) => !same(mine.figures[name], theirs.figures[name]))
    .map(({ name, label, kind }) => {
      const input = kind === "money" ? { money: {} } : { number: {} };
      // A rate counts thousandths of a percent.
      const shown = (value: unknown) =>
        kind === "rate" && typeof value === "number" ? `${value / 1_000}%` : valueText(input, value);
      return {
        key: `figures.${name}`,
        label,
        mine: shown(mine.figures[name]),
        theirs: shown(theirs.figures[name]),
        adopted: (content: Content) => ({
          ...content,
          figures: { ...content.figures, [name]: theirs.figures[name] },
        }),
      };
    });
}

/** In the order of the steps. */
export function differences(detail: Detail, mine: Content, theirs: Content): Difference[] {
  return [
    ...ofValues(formOf(detail) ?? { blocks: [] }, mine, theirs),
    ...ofFigures(detail, mine, theirs),
    ...ofMaterials(detail, mine, theirs),
    ...ofPayee(mine, theirs),
  ];
}
