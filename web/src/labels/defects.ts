/** What a return for correction can name, by the kind of what is reviewed. */
import type { FieldsOf } from "./fields";

/** What an operator can point at when returning an application. */
export type DefectFields = { of: FieldsOf; fields: readonly string[] };

export const REGISTRATION_DEFECTS: DefectFields = {
  of: "RegistrationIn",
  fields: [
    "name",
    "uscc",
    "institution_type",
    "legal_person",
    "address",
    "licence",
    "permit_no",
    "permit",
    "contact_name",
    "mobile",
    "email",
    "other",
  ],
};

export const DEMAND_DEFECTS: DefectFields = {
  of: "DemandIn",
  fields: [
    "amount",
    "round",
    "valuation",
    "share_bp",
    "highlights",
    "team",
    "term_months",
    "need_by",
    "use_kind",
    "use_text",
    "guarantees",
    "collateral",
    "rate_max",
    "repayments",
    "repayment_source",
    "first_loan",
    "tags",
    "other",
  ],
};

export const PRODUCT_DEFECTS: DefectFields = {
  of: "ProductContent",
  fields: [
    "product_name",
    "summary",
    "description",
    "product_type",
    "channel",
    "equity_type",
    "amount_min",
    "amount_max",
    "term_max",
    "rate_min",
    "fees",
    "guarantees",
    "repayments",
    "stages",
    "industries_in",
    "materials",
    "steps",
    "decision_wd",
    "disburse_wd",
    "sheet",
    "contact_name",
    "contact_phone",
    "other",
  ],
};
