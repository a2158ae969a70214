//! Reading and writing the profile.

use super::{
    ExistingLoan, FinanceYear, ProfileCompleted, Size, class_name, completeness,
    entity::{ActiveModel, Column, Entity, Model},
    finance,
    model::LegalPersonId,
    origins,
    parameters::PROFILE_PERCENT,
    profile::{ProfileIn, ProfileView},
    size_of,
    sme::{Industry, size_rule_of},
    store, years_of,
};
use crate::{
    files,
    organizations::{self, ContactChange},
    permissions::value_of,
};
use jinqiao_db::{Db, Doc, Intent, Tx};
use jinqiao_kernel::{Actor, Error, NaiveDate, OrgId, Result, Vault, local_date, mask_id_number};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

/// Percent of a profile that has everything.
const COMPLETE: u32 = 100;

/// The own profile as the enterprise sees it.
pub(super) async fn view(db: &Db, vault: &Vault, org: OrgId) -> Result<ProfileView> {
    let row = store::of_org(db.read(), org).await?;
    let org = organizations::by_id(db.read(), org).await?;
    let finance = years_of(db.read(), org.id).await?;
    let (percent, missing) = completeness(&row, finance.len());
    let size_computed = computed_size(&row, &finance);
    let legal_person_id = row.legal_person_id.as_ref().map(|sealed| vault.open(sealed)).transpose()?;
    Ok(ProfileView {
        version: row.version,
        size_computed,
        size_rule: industry_of(&row).and_then(size_rule_of).map(|rule| rule.source.to_owned()),
        industry_class_name: row.extras.0.industry_class.as_deref().and_then(class_name).map(str::to_owned),
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
        files: files::infos(db.read(), &row.attachments.0).await?,
        attachments: row.attachments.0,
        extras: row.extras.0,
        origins: row.origins.0,
        required_percent: value_of(db.read(), PROFILE_PERCENT).await?,
        finance,
    })
}

/// Writes the own profile.
///
/// # Errors
/// `validation`; `conflict.stale` when somebody else wrote it meanwhile.
pub async fn save_profile(db: &Db, vault: &Vault, actor: &Actor, version: i32, input: &ProfileIn) -> Result<()> {
    input.check(local_date(db.world().now()))?;
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
        let known = store::of_org(tx.conn(), actor.org).await?;
        files::replace(&tx, actor, &known.attachments.0, &input.attachments, actor.org.into()).await?;
        let years = years_of(tx.conn(), actor.org).await?.len();
        let was_complete = completeness(&known, years).0 == COMPLETE;
        finance::replace(&tx, actor.org, &input.finance).await?;
        let mut row = changed(&known, input, local_date(tx.now()));
        row.updated_at = Set(Some(tx.now()));
        if let Some((sealed, hash)) = number {
            row.legal_person_id = Set(Some(sealed.clone()));
            row.legal_person_id_hash = Set(Some(hash.clone()));
        }
        store_row(&tx, row, &known, version).await?;
        let written = store::of_org(tx.conn(), actor.org).await?;
        if !was_complete && completeness(&written, input.finance.len()).0 == COMPLETE {
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

fn industry_of(row: &Model) -> Option<Industry<'_>> {
    Some((row.industry_section?, row.industry_division.as_deref()?, row.extras.0.industry_class.as_deref()))
}

fn computed_size(row: &Model, finance: &[FinanceYear]) -> Option<Size> {
    size_of(industry_of(row)?, row.staff, row.revenue, newest(finance).and_then(|year| year.assets))
}

fn newest(finance: &[FinanceYear]) -> Option<&FinanceYear> {
    finance.iter().max_by_key(|year| year.year)
}

fn changed(known: &Model, input: &ProfileIn, today: NaiveDate) -> ActiveModel {
    let mut row = Model {
        version: known.version + 1,
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
        revenue: newest(&input.finance).and_then(|year| year.revenue).or(input.revenue),
        tax_grade: input.tax_grade,
        titles: Doc(input.titles.clone()),
        extras: Doc(input.extras()),
        attachments: Doc(input.attachments.clone()),
        ..known.clone()
    };
    row.size = row.extras.0.size_override.or_else(|| computed_size(&row, &input.finance));
    row.origins = Doc(origins::updated(known, &row, today));
    row.into_active_model().reset_all()
}

/// The organisation's row is locked by the caller, so two first profiles cannot clash.
async fn store_row(tx: &Tx, row: ActiveModel, known: &Model, version: i32) -> Result<()> {
    if known.version != version {
        return Err(Error::stale());
    }
    if version == 0 {
        Entity::insert(row).exec_without_returning(tx.conn()).await?;
        return Ok(());
    }
    let own = Entity::update_many().set(row).filter(Column::OrgId.eq(known.org_id));
    own.filter(Column::Version.eq(version)).exec(tx.conn()).await?;
    Ok(())
}
