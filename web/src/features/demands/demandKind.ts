/** How demand drafts are read and written while somebody types. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import type { DraftKind } from "@/api/useDraftSave";
import { EMPTY_DEMAND, ofDemand, toInput } from "./demandDraft";
import { demandQuery } from "./queries";

const at = (id: string) => ({ path: { id } });

export const DEMAND_KIND: DraftKind<Schema<"DemandIn">, Schema<"DemandView">> = {
  name: "demands",
  detail: (id) => demandQuery(id).queryKey,
  list: ["demands", "/enterprise/demands"],
  empty: EMPTY_DEMAND,
  ofView: ofDemand,
  clean: toInput,
  create: (body, headers) => unwrap(api.POST("/enterprise/demands", { body, headers })),
  write: (id, version, values) =>
    unwrap(
      api.PUT("/enterprise/demands/{id}", {
        params: { ...at(id), header: ifMatch(version) },
        body: values,
      }),
    ),
  read: (id) => unwrap(api.GET("/enterprise/demands/{id}", { params: at(id) })),
};
