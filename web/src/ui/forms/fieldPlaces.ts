/** Where a value of a form stands on the page. `of` is the form's own beginning, as two forms may stand on one page. */

/** The id of what a JSON pointer into the values leads to. Ids of blocks and columns have no hyphen, so none is taken for another. */
export const fieldId = (of: string, path: string): string => `${of}${path.replaceAll("/", "-")}`;

/** Leads to the field of a path; where it has none of its own, to what it stands in. */
export function goToField(of: string, path: string): boolean {
  for (let place = path; place !== ""; place = place.slice(0, place.lastIndexOf("/"))) {
    const field = document.getElementById(fieldId(of, place));
    if (!field) continue;
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
    return true;
  }
  return false;
}
