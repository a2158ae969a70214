/**
 * For controlled inputs that do something with what is typed: between the start and the end of a composition the text belongs to
 * the input method, so it stays as it is and nobody is told. Rewriting it there doubles letters.
 */
import { type ChangeEvent, type CompositionEvent, useState } from "react";

export function useComposition(value: string, onText: (text: string) => void) {
  const [composing, setComposing] = useState<string | null>(null);
  return {
    value: composing ?? value,
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      composing === null ? onText(event.target.value) : setComposing(event.target.value),
    onCompositionStart: (event: CompositionEvent<HTMLInputElement>) =>
      setComposing(event.currentTarget.value),
    onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => {
      setComposing(null);
      onText(event.currentTarget.value);
    },
  };
}
