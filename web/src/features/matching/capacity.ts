import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";

export const capacityQuery = readQuery("matching", "/institution/dispatch-capacity");

/** How it stands, and what that means. */
export function capacityText({ capacity, dispatches, full }: Schema<"CapacityView">): string {
  const had = `近 30 天收到平台派单 ${dispatches} 件`;
  if (capacity === null) return `${had}，目前不限数量。处理不过来时可以设定上限，避免逾期影响评级。`;
  if (full) return `${had}，已达到上限 ${capacity} 件，暂时不再派单；公开的需求仍可以抢单。`;
  return `${had}，还可以接收 ${capacity - dispatches} 件。`;
}

/** A colleague was faster; what was typed is still there. */
export function overtakenText({ capacity }: Schema<"CapacityView">): string {
  const now = capacity === null ? "改为不限" : `设为 ${capacity} 件`;
  return `其他账号刚刚把上限${now}。您填写的内容还在，再次保存将以您填写的为准。`;
}
