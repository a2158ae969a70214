/**
 * What is wrong with a form as it is written, told while it is built: crates/policy/src/form/read.rs, whose fixtures hold both to
 * the same faults.
 */
import { checkCondition, fieldsIn, type Tell } from "./conditionFaults";
import { formulaFault } from "./formula";
import { atMost, checkInput, isName, label, NAME_RULE } from "./inputFaults";
import { type FieldOf, fieldOf, type Named, namesOf, suits } from "./kinds";
import { type Block, type Form, MOST_BLOCKS } from "./model";
import { circleIn } from "./order";
import { namesIn } from "./sheet";

export type FaultCode =
  | "empty"
  | "bad_name"
  | "taken"
  | "unknown_field"
  | "wrong_operator"
  | "wrong_kind"
  | "wrong_value"
  | "out_of_range"
  | "wrong_order"
  | "too_long"
  | "too_many"
  | "too_deep"
  | "bad_formula"
  | "circle"
  | "not_applicable";

/** Where in the form (a JSON pointer), which kind of fault, and in a sentence. */
export type Fault = { path: string; code: FaultCode; text: string };

const RESERVED = ["min", "max", "if", "and", "or", "not"];

/** Blocks, columns of tables counted with them. */
export const partsOf = (form: Form): number =>
  form.blocks.reduce(
    (sum, { input }) => sum + 1 + (input !== "heading" && "table" in input ? input.table.columns.length : 0),
    0,
  );

function parts({ blocks }: Form, tell: Tell): void {
  const seen = new Set<string>();
  for (const [place, block] of blocks.entries()) {
    const path = `/blocks/${place}`;
    const { id, input } = block;
    if (!isName(id) || RESERVED.includes(id))
      tell(`${path}/id`, "bad_name", `${NAME_RULE}，且不是公式的保留字`);
    if (seen.has(id)) tell(`${path}/id`, "taken", `编码“${id}”已被使用`);
    seen.add(id);
    label(`${path}/label`, block.label, 200, tell);
    atMost(`${path}/help`, block.help ?? "", 1_000, tell);
    if (block.required && (input === "heading" || "computed" in input))
      tell(`${path}/required`, "not_applicable", "标题和计算项不能设为必填");
    checkInput(input, `${path}/input`, tell);
  }
}

function prefill(
  { input, prefill: code }: Block,
  path: string,
  catalogue: readonly FieldOf[],
  tell: Tell,
): void {
  if (!code) return;
  const field = catalogue.find((one) => one.code === code);
  if (!field) tell(path, "unknown_field", `没有编码为“${code}”的指标`);
  else if (!suits(input, field.kind)) tell(path, "wrong_kind", `“${field.name}”的类型不能填入此处`);
}

const formulaOf = ({ input }: Block) =>
  input !== "heading" && "computed" in input ? input.computed.formula : null;

/** Tells what is wrong with a formula, and gives the blocks that it needs. */
function formula(block: Block, path: string, names: readonly Named[], tell: Tell): string[] {
  const source = formulaOf(block);
  if (source === null) return [];
  const fault = formulaFault(
    source,
    names.map(({ name }) => name),
  );
  if (fault) tell(`${path}/input/computed/formula`, "bad_formula", fault);
  const used = fault ? [] : namesIn(source);
  return names.filter(({ name }) => used.includes(name)).map((named) => named.block);
}

/** Every fault of a form, whose prefilled blocks name fields of `catalogue`. */
export function faultsOf(form: Form, catalogue: readonly FieldOf[]): Fault[] {
  const faults: Fault[] = [];
  const tell: Tell = (path, code, text) => void faults.push({ path, code, text });
  const { blocks } = form;
  if (partsOf(form) > MOST_BLOCKS) {
    tell("/blocks", "too_many", `内容项（含表格的列）合计不超过 ${MOST_BLOCKS} 个`);
    return faults;
  }
  if (blocks.length === 0) tell("/blocks", "empty", "表单没有内容");
  parts(form, tell);
  const fields = new Map(
    blocks.map(fieldOf).flatMap((field) => (field ? [[field.code, field] as const] : [])),
  );
  const names = namesOf(form);
  const needs = blocks.map((block, place) => {
    const path = `/blocks/${place}`;
    const when = block.show_when;
    if (when)
      checkCondition(when, fields, (below, code, text) => tell(`${path}/show_when${below}`, code, text));
    prefill(block, `${path}/prefill`, catalogue, tell);
    const wanted = new Set([...(when ? fieldsIn(when) : []), ...formula(block, path, names, tell)]);
    return blocks.flatMap((other, at) => (wanted.has(other.id) ? [at] : []));
  });
  const circle = circleIn(needs);
  if (circle) {
    const [first = 0, second = 0] = circle;
    const when = blocks[first]?.show_when;
    const shown = when && fieldsIn(when).includes(blocks[second]?.id ?? "");
    const way = circle.map((place) => blocks[place]?.label).join(" → ");
    tell(
      `/blocks/${first}/${shown ? "show_when" : "input/computed/formula"}`,
      "circle",
      `相互依赖，无法确定：${way}`,
    );
  }
  return faults;
}
