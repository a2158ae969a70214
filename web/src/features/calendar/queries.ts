/** The years with their days off, each with the version to change it by. */
import { readQuery } from "@/api/queries";

export const calendarQuery = readQuery("calendar", "/operator/calendar");
