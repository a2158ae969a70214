/** Which file is looked at beside the fields: one at a time, and the place around them makes room for it. */
import { createContext, useContext, useState } from "react";

export type PreviewPlace = { shown: string | null; show: (file: string | null) => void };

const PlaceContext = createContext<PreviewPlace | null>(null);

export const PreviewPlaceProvider = PlaceContext.Provider;

/** That of the page around it; elsewhere one of its own. */
export function usePreviewPlace(): PreviewPlace {
  const [shown, show] = useState<string | null>(null);
  return useContext(PlaceContext) ?? { shown, show };
}
