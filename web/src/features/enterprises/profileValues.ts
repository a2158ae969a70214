/** Between the profile of the server and the values of its form. */
import type { ProfileIn, ProfileView } from "@/api/types";

/** Number and mobile are never read back: an empty input keeps what is known. */
export type ProfileValues = Omit<ProfileIn, "version" | "staff" | "rd_staff"> & {
  staff?: string | null;
  rd_staff?: string | null;
};

const text = (value: string | null | undefined) => value?.trim() || null;

const count = (value: string | null | undefined) => {
  const digits = value?.trim() ?? "";
  return /^\d{1,7}$/.test(digits) ? Number(digits) : null;
};

export function toValues(profile: ProfileView): ProfileValues {
  const { staff, rd_staff: rd } = profile;
  return {
    org_type: profile.org_type,
    legal_person: profile.legal_person,
    legal_person_id: "",
    contact_name: profile.contact_name,
    mobile: "",
    email: profile.email,
    reg_capital: profile.reg_capital,
    paid_capital: profile.paid_capital,
    founded_on: profile.founded_on,
    district: profile.district,
    park: profile.park,
    address: profile.address,
    industry_section: profile.industry_section,
    industry_division: profile.industry_division,
    main_business: profile.main_business,
    staff: typeof staff === "number" ? String(staff) : null,
    rd_staff: typeof rd === "number" ? String(rd) : null,
    revenue: profile.revenue,
    tax_grade: profile.tax_grade,
    titles: profile.titles,
  };
}

export function toProfileInput(values: ProfileValues, version: number): ProfileIn {
  return {
    version,
    org_type: values.org_type ?? null,
    legal_person: text(values.legal_person),
    legal_person_id: text(values.legal_person_id)?.toUpperCase() ?? null,
    contact_name: text(values.contact_name),
    mobile: text(values.mobile),
    // Emptied on purpose is told apart from not known.
    email: values.email?.trim() ?? null,
    reg_capital: values.reg_capital ?? null,
    paid_capital: values.paid_capital ?? null,
    founded_on: text(values.founded_on),
    district: text(values.district),
    park: text(values.park),
    address: text(values.address),
    industry_section: values.industry_section ?? null,
    industry_division: values.industry_division ?? null,
    main_business: text(values.main_business),
    staff: count(values.staff),
    rd_staff: count(values.rd_staff),
    revenue: values.revenue ?? null,
    tax_grade: values.tax_grade ?? null,
    titles: values.titles ?? [],
  };
}

/** What may be kept in the browser: everything but the identity number and the mobile number. */
export const storable = (values: ProfileValues): ProfileValues => ({
  ...values,
  legal_person_id: "",
  mobile: "",
});
