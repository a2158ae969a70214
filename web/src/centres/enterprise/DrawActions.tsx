/** A further payment under a finished order: it is confirmed at the same place as the first one. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import type { Schema } from "@/api/types";
import { hasDraws, toConfirm } from "@/features/orders/draws/left";
import { drawsQuery } from "@/features/orders/queries";
import { lazyPart } from "@/ui/lazyPart";

const BorrowerActions = lazyPart(() =>
  import("@/features/servicing/BorrowerActions").then((m) => m.BorrowerActions),
);

type Draw = Schema<"DrawView">;

/** The draw that waits for the enterprise's answer, if there is one. */
export function useDrawToConfirm(order: Schema<"EnterpriseOrderView"> | undefined) {
  const drawn = order !== undefined && hasDraws(order);
  const query = useQuery({ ...drawsQuery("enterprise", order?.id ?? ""), enabled: drawn });
  return { draw: drawn ? toConfirm(query.data) : undefined, loading: drawn && query.isPending };
}

/** In place of `children`, while there is one. An open dialog outlives the news that its draw has been confirmed. */
export function DrawActions({ draw, children }: { draw: Draw | undefined; children: ReactNode }) {
  const asked = useRef(draw);
  if (draw) asked.current = draw;
  return (
    <>
      {asked.current && <BorrowerActions loan={draw ?? { ...asked.current, actions: [] }} />}
      {!draw && children}
    </>
  );
}
