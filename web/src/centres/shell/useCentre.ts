/** Which centre a page stands in, for the pages that several centres share. */
import { createContext, useContext } from "react";

export type CentreKey = "enterprise" | "institution" | "operator" | "government" | "agency";

const CentreContext = createContext<CentreKey | null>(null);

export const CentreProvider = CentreContext.Provider;

/** `K` are the centres whose routes have the page. */
export function useCentre<K extends CentreKey>(): K {
  const key = useContext(CentreContext);
  if (key === null) throw new Error("useCentre outside a centre");
  return key as K;
}
