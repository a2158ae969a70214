/** Prints one part of a page by itself, with all that is folded in it. */
export function printPart(part: HTMLElement | null) {
  const folded = [...(part?.querySelectorAll("details:not([open])") ?? [])] as HTMLDetailsElement[];
  for (const one of folded) one.open = true;
  part?.classList.add("printed");
  document.documentElement.classList.add("prints-part");
  window.print();
  document.documentElement.classList.remove("prints-part");
  part?.classList.remove("printed");
  for (const one of folded) one.open = false;
}
