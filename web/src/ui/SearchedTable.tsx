/** A list that is looked through: filters that can be saved, the rows by them, and what is said where there are none. */
import type { ComponentProps, ReactNode } from "react";
import type { ListParams } from "@/api/useListParams";
import { Card } from "./Card";
import { DataTable } from "./DataTable";
import { NothingFound } from "./NothingFound";
import { SavedViews } from "./SavedViews";
import { type SearchField, SearchForm } from "./SearchForm";

type Props<T> = Omit<ComponentProps<typeof DataTable<T>>, "list" | "empty"> & {
  list: ListParams;
  fields: SearchField[];
  /** Under which name the filters are saved. */
  saved: string;
  /** What is looked for, in a word: 需求. */
  of: string;
  /** The filters as the server was asked: whether there are any. */
  asked: object;
  /** Said where nothing is filtered and nothing is there. */
  empty: ReactNode;
};

export function SearchedTable<T>({ list, fields, saved, of, asked, empty, ...table }: Props<T>) {
  const filtered = Object.values(asked).some((value) => value !== undefined);
  return (
    <>
      <SearchForm fields={fields} list={list} />
      <SavedViews list={saved} />
      <Card flush>
        <DataTable {...table} list={list} empty={filtered ? <NothingFound of={of} list={list} /> : empty} />
      </Card>
    </>
  );
}
