/** Cells of a workbook as people meant them. */
import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { isWorkbook, linesOf, textOfWorkbook } from "./workbook";

it("writes days, amounts and texts as they are read", () => {
  const rows = [
    ["借据号", "还款日期", "本金"],
    ["PZ-1", new Date(Date.UTC(2026, 11, 23)), 3166.67],
    [],
    ['甲"乙', "一,二", null],
  ];
  expect(linesOf(rows)).toBe('借据号,还款日期,本金\nPZ-1,2026-12-23,3166.67\n\n"甲""乙","一,二",');
});

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The smallest workbook that Excel opens: one sheet with a date, a number and a text. */
function workbook(): Uint8Array {
  const part = (content: string) => strToU8(XML + content);
  return zipSync({
    "[Content_Types].xml": part(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    "_rels/.rels": part(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": part(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="还款" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": part(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/styles.xml": part(
      `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
    "xl/worksheets/sheet1.xml": part(
      `<worksheet xmlns="${MAIN}"><dimension ref="A1:C1"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>PZ-1</t></is></c><c r="B1" s="1"><v>46379</v></c><c r="C1"><v>3166.67</v></c></row></sheetData></worksheet>`,
    ),
  });
}

it("reads a workbook, and knows what is none", async () => {
  const bytes = workbook();
  expect(isWorkbook(bytes)).toBe(true);
  expect(await textOfWorkbook(bytes.slice().buffer)).toBe("PZ-1,2026-12-23,3166.67");
  expect(await textOfWorkbook(new TextEncoder().encode("PK kein Archiv").buffer as ArrayBuffer)).toBeNull();
});
