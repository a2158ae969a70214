//! Reading and writing the profile.

use super::{
    ExistingLoan, FinanceYear, ProfileCompleted,
    agreements::LEGAL_PERSON_DATA,
    anonymity, completeness,
    entity::{ActiveModel, Model},
    model::LegalPersonId,
    parameters::PROFILE_PERCENT,
    profile::{ProfileIn, ProfileView},
    sizing::{self, computed_size},
    sources::{Facts, evidence_of, facts_of, overlaid, restored, store_facts, store_row},
    standards, store, years_of,
};
use crate::{
    agreements::accept,
    files,
    organizations::{self, ContactChange},
    permissions::value_of,
};
use jinqiao_db::{Db, Doc, Intent, Tx};
use jinqiao_kernel::{Actor, OrgId, Result, Vault, local_date, mask_id_number};
use sea_orm::Set;

/// Percent of a profile that has everything.
const COMPLETE: u32 = 100;

/// The own profile as the enterprise sees it.
pub(super) async fn view(db: &Db, vault: &Vault, org: OrgId) -> Result<ProfileView> {
    let conn = &db.answer();
    let row = store::of_org(conn, org).await?;
    let org = organizations::by_id(conn, org).await?;
    let finance = years_of(conn, org.id).await?;
    let (percent, missing) = completeness(&row, finance.len());
    let standards = standards::in_force(conn, local_date(db.world().now())).await?;
    let size_computed = computed_size(&row, &finance, &standards.sizes);
    let class = row.extras.0.industry_class.as_deref().and_then(|class| standards.industries.class_name(class));
    let legal_person_id = row.legal_person_id.as_ref().map(|sealed| vault.open(sealed)).transpose()?;
    Ok(ProfileView {
        version: row.version,
        size_computed,
        size_rule: sizing::rule(&row, &standards.sizes).map(str::to_owned),
        industry_class_name: class.map(str::to_owned),
        mobile_masked: org.mobile_masked(vault)?,
        name: org.name,
        uscc: org.uscc.unwrap_or_default(),
        completeness: percent,
        missing: missing.into_iter().map(str::to_owned).collect(),
        updated_at: row.updated_at,
        org_type: row.org_type,
        legal_person: row.legal_person,
        legal_person_id_masked: legal_person_id.map(|number| mask_id_number(&number)),
        contact_name: org.contact_name,
        email: org.email,
        reg_capital: row.reg_capital,
        paid_capital: row.paid_capital,
        founded_on: row.founded_on,
        district: row.district,
        park: row.park,
        address: row.address,
        industry_section: row.industry_section,
        industry_division: row.industry_division,
        main_business: row.main_business,
        staff: row.staff,
        rd_staff: row.rd_staff,
        revenue: row.revenue,
        tax_grade: row.tax_grade,
        titles: row.titles.0,
        size: row.size,
        files: files::infos(conn, &row.attachments.0).await?,
        attachments: row.attachments.0,
        extras: row.extras.0,
        origins: row.origins.0,
        required_percent: value_of(conn, PROFILE_PERCENT).await?,
        finance,
    })
}

/// Writes the own profile.
///
/// # Errors
/// `validation`; `conflict.stale` when somebody else wrote it meanwhile.
pub async fn save_profile(db: &Db, vault: &Vault, actor: &Actor, version: i32, input: &ProfileIn) -> Result<()> {
    let today = local_date(db.world().now());
    input.check(&standards::in_force(db.read(), today).await?.industries, today)?;
    let number = input.legal_person_id.clone();
    let number = number.map(|n| (vault.seal::<LegalPersonId>(db.world(), &n), vault.lookup::<LegalPersonId>(&n)));
    let contact = ContactChange::sealed(
        vault,
        db.world(),
        input.contact_name.as_deref(),
        input.mobile.as_deref(),
        input.email.as_deref(),
    );
    let (number, contact) = (&number, &contact);
    db.write(Intent::by(actor, "enterprises.save_profile").on(actor.org), |tx| async move {
        organizations::change_contact(&tx, actor.org, contact).await?;
        let known = facts_of(tx.conn(), actor.org).await?;
        anonymity::check_places(tx.conn(), &known.row, input.district.as_deref(), input.park.as_deref()).await?;
        files::replace(&tx, actor, &known.row.attachments.0, &input.attachments, actor.org.into()).await?;
        let was_complete = completeness(&known.row, known.years.len()).0 == COMPLETE;
        let mut said = typed(&known, input);
        if let Some((sealed, hash)) = number {
            let version = input.legal_person_consent.unwrap_or_default();
            accept(&tx, LEGAL_PERSON_DATA, version, (actor.account, actor.org), Some(actor.org.into())).await?;
            said.row.legal_person_id = Some(sealed.clone());
            said.row.legal_person_id_hash = Some(hash.clone());
        }
        let evidence = evidence_of(tx.conn(), actor.org).await?;
        let said = restored(&known, said, &evidence);
        let facts = overlaid(&known, said, &evidence, local_date(tx.now()));
        store_facts(&tx, &known, facts, version).await?;
        let written = facts_of(tx.conn(), actor.org).await?;
        if !was_complete && completeness(&written.row, written.years.len()).0 == COMPLETE {
            tx.emit(&ProfileCompleted { org: actor.org }).await?;
        }
        Ok(())
    })
    .await
}

/// As many loans as a profile holds.
const LOANS: usize = 20;

/// A loan that came to the enterprise on the platform: it stands among those that run, and is not the first any more. A profile that
/// is being written meanwhile has to be looked at again; one that was never written, or is full, says only the latter.
///
/// # Errors
/// When the database fails.
pub async fn note_loan(tx: &Tx, org: OrgId, loan: ExistingLoan) -> Result<()> {
    organizations::lock(tx, org).await?;
    let known = store::of_org(tx.conn(), org).await?;
    if known.version == 0 {
        return Ok(());
    }
    let mut extras = known.extras.0.clone();
    extras.first_loan = Some(false);
    if extras.existing_loans.len() < LOANS && !extras.existing_loans.contains(&loan) {
        extras.existing_loans.push(loan);
    }
    let row = ActiveModel {
        extras: Set(Doc(extras)),
        version: Set(known.version + 1),
        updated_at: Set(Some(tx.now())),
        ..Default::default()
    };
    store_row(tx, row, &known, known.version).await
}

fn filled(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// What the firm typed, in the place of what was `known`.
fn typed(known: &Facts, input: &ProfileIn) -> Facts {
    let row = Model {
        org_type: input.org_type,
        legal_person: filled(&input.legal_person),
        reg_capital: input.reg_capital,
        paid_capital: input.paid_capital,
        founded_on: input.founded_on.map(Into::into),
        district: filled(&input.district),
        park: filled(&input.park),
        address: filled(&input.address),
        industry_section: input.industry_section,
        industry_division: filled(&input.industry_division),
        main_business: filled(&input.main_business),
        staff: input.staff,
        rd_staff: input.rd_staff,
        revenue: input.revenue,
        tax_grade: input.tax_grade,
        titles: Doc(input.titles.clone()),
        extras: Doc(input.extras()),
        attachments: Doc(input.attachments.clone()),
        ..known.row.clone()
    };
    let mut years: Vec<FinanceYear> = input.finance.iter().map(Into::into).collect();
    years.sort_by_key(|year| std::cmp::Reverse(year.year));
    let mut facts = Facts { row, years };
    facts.take_newest_revenue();
    facts
}
