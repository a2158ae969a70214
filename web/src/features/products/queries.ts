/** Products as their institution and as the operator read them, and the writes on one of them. */
import { queryOptions } from "@tanstack/react-query";
import { listQuery, readQuery } from "@/api/queries";
import type { Query } from "@/api/types";

export const productsQuery = (query: Query<"/institution/products">) =>
  listQuery("products", "/institution/products", { query });

export const productQuery = (id: string) =>
  readQuery("products", "/institution/products/{id}", { path: { id } });

export const knownProductsQuery = (query: Query<"/operator/products">) =>
  listQuery("products", "/operator/products", { query });

export const reviewedProductQuery = (id: string) =>
  readQuery("products", "/operator/products/{id}", { path: { id } });

/** Lowest rates of the loans on the shelf, of one type or of all. */
export const ratesQuery = (type: Query<"/products/rates">["product_type"]) =>
  readQuery("products", "/products/rates", { query: type ? { product_type: type } : {} });

/** The names that a rule sheet may use; they change with the platform only. */
export const sheetNamesQuery = queryOptions({
  ...readQuery("products", "/institution/products/sheet"),
  staleTime: Number.POSITIVE_INFINITY,
});
