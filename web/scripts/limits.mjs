/**
 * Lengths, ranges and counts from the API document, as constants that forms share with the server:
 * `node scripts/limits.mjs DOCUMENT OUTPUT`. Only of what is sent, one constant for each schema or query, so that a bundle
 * takes what its pages use.
 */
import { readFileSync, writeFileSync } from "node:fs";

const [document, output] = process.argv.slice(2);
const { paths, components } = JSON.parse(readFileSync(document, "utf8"));
const schemas = components.schemas;

const LEAST = ["minLength", "minItems", "minimum"];
const MOST = ["maxLength", "maxItems", "maximum"];

const first = (schema, keys) => keys.map((key) => schema[key]).find((value) => value !== undefined);

/** `{ min, max }`, whichever are there; null for none. A lone 0 only says that a number has no sign. */
function limitsOf(schema) {
  const variants = [schema, ...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  const found = variants.find((variant) => first(variant, [...LEAST, ...MOST]) !== undefined);
  if (!found) return null;
  const [min, max] = [first(found, LEAST), first(found, MOST)];
  if (max === undefined && min === 0) return null;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** Names of all schemas inside `node`, those of theirs included. */
function collect(node, names = new Set()) {
  if (Array.isArray(node)) for (const item of node) collect(item, names);
  else if (node && typeof node === "object") {
    for (const [key, value] of Object.entries(node)) {
      if (key !== "$ref") collect(value, names);
      else {
        const name = value.split("/").at(-1);
        if (!names.has(name)) collect(schemas[name], names.add(name));
      }
    }
  }
  return names;
}

const ofFields = (fields) =>
  fields.map(([name, schema]) => [name, limitsOf(schema)]).filter(([, limits]) => limits !== null);

const operations = Object.values(paths).flatMap((path) => Object.values(path));
const sent = collect(operations.map(({ requestBody }) => requestBody ?? {}));
const bodies = [...sent].map((name) => [name, ofFields(Object.entries(schemas[name].properties ?? {}))]);
const isText = ({ schema }) => [schema.type].flat().includes("string");
const queries = operations.map(({ operationId, parameters = [] }) => [
  operationId.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
  ofFields(parameters.filter(isText).map(({ name, schema }) => [name, schema])),
]);

const literal = (limits) =>
  `{ ${Object.entries(limits)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }`;
const lines = [...bodies, ...queries]
  .filter(([, fields]) => fields.length > 0)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, fields]) => {
    const body = fields.map(([field, limits]) => `${field}: ${literal(limits)}`).join(", ");
    return `export const ${name} = { ${body} } as const;\n`;
  });
const head =
  "/** Made from the API document by `npm run generate`: what may be sent, by schema or query, and by field. */\n";
writeFileSync(output, head + lines.join(""));
