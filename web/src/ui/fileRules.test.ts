/** What is refused before it is sent. */
import { expect, it } from "vitest";
import { roomText, sizeText } from "@/lib/fileSize";
import { refusal, typeWords } from "./fileRules";

const rules = { megabytes: 20, most: 10, storage: { used_bytes: 0, allowed_bytes: 1024 * 1024 * 1024 } };

it("refuses by name and size", () => {
  expect(refusal({ name: "年报.PDF", size: 1 }, rules)).toBeNull();
  expect(refusal({ name: "a.pdf.exe", size: 1 }, rules)).toMatch(/只接受/);
  expect(refusal({ name: "pdf", size: 1 }, rules)).toMatch(/只接受/);
  expect(refusal({ name: "a.pdf", size: 0 }, rules)).toMatch(/空/);
  expect(refusal({ name: "a.pdf", size: 20 * 1024 * 1024 + 1 }, rules)).toBe("单个文件不能超过 20 MB");
  expect(refusal({ name: "a.pdf", size: 900_000_000 }, undefined)).toBeNull();
  const full = { ...rules, storage: { used_bytes: 10_000_000, allowed_bytes: 10_485_760 } };
  expect(refusal({ name: "a.pdf", size: 1_000_000 }, full)).toMatch(/空间不足/);
  expect(roomText(full.storage)).toBe("已用 9.5 MB，共 10.0 MB");
});

const SCAN_RULES = { megabytes: 10, most: 1, types: ".pdf,.png,.jpg,.jpeg" };

it("takes scans and photographs of a licence only", () => {
  expect(refusal({ name: "执照.JPG", size: 1 }, SCAN_RULES)).toBeNull();
  expect(refusal({ name: "执照.docx", size: 1 }, SCAN_RULES)).toBe("只接受 pdf、png、jpg、jpeg 格式的文件");
  expect(refusal({ name: "执照.pdf", size: 10 * 1024 * 1024 + 1 }, SCAN_RULES)).toBe(
    "单个文件不能超过 10 MB",
  );
});

it("tells sizes", () => {
  expect([sizeText(1), sizeText(389_120), sizeText(2_516_582)]).toEqual(["1 KB", "380 KB", "2.4 MB"]);
});

it("says which kinds it takes", () => {
  expect(typeWords(".pdf,.png,.jpg,.jpeg")).toBe("pdf、图片");
  expect(typeWords(".pdf,.docx,.xlsx")).toBe("pdf、docx、xlsx");
});
