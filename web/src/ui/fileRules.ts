/** What can be told about a file before it is sent; the server looks at the content. */
import type { Room } from "@/lib/fileSize";

export const FILE_TYPES = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx";
export type UploadRules = {
  megabytes: number;
  most: number;
  /** Room of the own organisation; somebody who registers has none yet. */
  storage?: Room;
  /** Where not all kinds are taken. */
  types?: string;
};

/** `pdf、图片`, `pdf、docx、xlsx`. */
export function typeWords(types: string): string {
  const kinds = types.split(",").map((type) => (/png|jpe?g/.test(type) ? "图片" : type.slice(1)));
  return [...new Set(kinds)].join("、");
}

/** Why this file cannot be sent; null if it can. */
export function refusal(file: { name: string; size: number }, rules: UploadRules | undefined): string | null {
  const extension = file.name.includes(".") ? (file.name.split(".").at(-1) ?? "").toLowerCase() : "";
  const types = rules?.types ?? FILE_TYPES;
  if (!types.split(",").includes(`.${extension}`))
    return `只接受 ${types.replaceAll(".", "").replaceAll(",", "、")} 格式的文件`;
  if (file.size === 0) return "文件是空的";
  if (rules && file.size > rules.megabytes * 1024 * 1024) return `单个文件不能超过 ${rules.megabytes} MB`;
  if (rules?.storage && rules.storage.used_bytes + file.size > rules.storage.allowed_bytes)
    return "本单位的附件空间不足，请移除不再使用的附件，或联系平台运营方扩容";
  return null;
}
