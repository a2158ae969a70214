/** Rows of a table, cell by cell. As crates/policy/src/form/cells.rs. */
import { bounds, cell, type Found, isBlank } from "./cells";
import { type Column, type Defect, MOST_ROWS, type TableInput, type Values } from "./model";

/** Where a value stands, for programs and for people. */
export type Place = { path: string; words: string };

const pointer = (name: string) => [...name].slice(0, 60).join("").replaceAll("~", "~0").replaceAll("/", "~1");

export const placeOf = (id: string, label: string): Place => ({
  path: `/${pointer(id)}`,
  words: `“${label}”`,
});

/** A defect at its place; none where a value was found. */
export function defectAt(place: Place, found: Found): Defect[] {
  return "code" in found ? [{ path: place.path, code: found.code, text: `${place.words}${found.text}` }] : [];
}

const short = (name: string) => [...name].slice(0, 20).join("");

function row(
  columns: Column[],
  given: Values,
  place: Place,
  day: number,
): { kept: Values; defects: Defect[] } {
  const kept: Values = {};
  const defects: Defect[] = [];
  const at = (id: string, label: string): Place => ({
    path: `${place.path}/${pointer(id)}`,
    words: `${place.words}“${label}”`,
  });
  for (const { id, label, required, input } of columns) {
    const json = given[id];
    if (isBlank(json)) {
      if (required) defects.push(...defectAt(at(id, label), { code: "required", text: "不能为空" }));
      continue;
    }
    const found = cell(input, json, day);
    if ("kept" in found) kept[id] = found.kept;
    defects.push(...defectAt(at(id, label), found));
  }
  for (const name of Object.keys(given).filter((name) => columns.every((column) => column.id !== name)))
    defects.push(...defectAt(at(name, short(name)), { code: "unknown", text: "不是表格的列" }));
  return { kept, defects };
}

const isRow = (json: unknown): json is Values =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/** The rows with their good cells; none where they are not looked at. */
export function table(
  { columns, min_rows = 0, max_rows = MOST_ROWS }: TableInput,
  json: unknown,
  place: Place,
  day: number,
): { kept: Values[] | null; defects: Defect[] } {
  if (!Array.isArray(json))
    return { kept: null, defects: defectAt(place, { code: "wrong_type", text: "应为表格的各行" }) };
  const refused = bounds(json.length, min_rows, max_rows, "行");
  const defects = refused ? defectAt(place, refused) : [];
  if (json.length > max_rows) return { kept: null, defects };
  const kept = json.map((given: unknown, at) => {
    const own: Place = { path: `${place.path}/${at}`, words: `${place.words}第 ${at + 1} 行` };
    const found = isRow(given)
      ? row(columns, given, own, day)
      : { kept: {}, defects: defectAt(own, { code: "wrong_type", text: "应为一行数据" }) };
    defects.push(...found.defects);
    return found.kept;
  });
  return { kept, defects };
}
