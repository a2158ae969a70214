import { listQuery, readQuery } from "./queries";
import type { operations } from "./schema.gen";

export type ShelfQuery = NonNullable<operations["get_products"]["parameters"]["query"]>;

export const shelfQuery = (query: ShelfQuery) => listQuery("shelf", "/products", { query });

export const shelfProductQuery = (id: string) => readQuery("shelf", "/products/{id}", { path: { id } });

export const shelfInstitutionsQuery = readQuery("shelf", "/products/institutions");
