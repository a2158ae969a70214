//! How demo organisations register: with their licences, pictures that say that they are samples.

use super::{
    banks::Bank,
    firms::Firm,
    stage::{PASSWORD, Stage},
};
use axum::body::Body;
use jinqiao_http::Shares;
use jinqiao_kernel::{Error, FileId, OrgId, RequestMeta, Result};
use jinqiao_platform::{
    accounts::{RegistrationIn, RegistrationKind, register},
    files,
    organizations::Paper,
};

const LICENCE: &[u8] = include_bytes!("papers/licence.png");
const PERMIT: &[u8] = include_bytes!("papers/permit.png");

/// Who registers.
struct Applicant<'a> {
    kind: RegistrationKind,
    login: &'a str,
    name: &'a str,
    contact: &'a str,
    address: Option<String>,
    bank: Option<&'a Bank>,
}

fn request() -> RequestMeta {
    RequestMeta { address: "demo".into(), ..RequestMeta::default() }
}

impl Stage {
    async fn paper(&self, paper: Paper) -> Result<FileId> {
        let (name, content) = match paper {
            Paper::Licence => ("营业执照.png", LICENCE),
            Paper::Permit => ("金融许可证.png", PERMIT),
        };
        let share = Shares::new(1, 1).take(self.db.world().id()).ok_or_else(Error::not_found)?;
        let incoming = files::Incoming { name, announced: None, body: Body::from(content), share };
        let received = files::receive(self.files.as_ref(), incoming, 20).await?;
        Ok(files::keep_of_stranger(&self.db, &self.files, &request(), received).await?.id)
    }

    async fn registered(&self, applicant: Applicant<'_>) -> Result<OrgId> {
        let Applicant { kind, login, name, contact, address, bank } = applicant;
        let input = RegistrationIn {
            kind,
            name: name.into(),
            uscc: self.code()?,
            uscc_confirmed: false,
            institution_type: bank.map(|bank| bank.kind),
            legal_person: contact.into(),
            address: address.unwrap_or_else(|| "重庆高新区科学大道 66 号".into()),
            licence: Some(self.paper(Paper::Licence).await?),
            permit_no: bank.map(|_| "演示许可证第 0001 号".into()),
            permit: if bank.is_some() { Some(self.paper(Paper::Permit).await?) } else { None },
            contact_name: contact.into(),
            mobile: self.mobile(),
            mobile_ticket: None,
            mobile_code: None,
            email: None,
            login: login.into(),
            password: PASSWORD.into(),
            agreement_version: 1,
            privacy_version: 1,
            proof: None,
        };
        register(&self.db, &self.vault, &self.hasher, &request(), input).await
    }

    pub async fn register_firm(&self, firm: &Firm<'_>) -> Result<OrgId> {
        let Firm { login, name, contact, .. } = *firm;
        let (kind, address) = (RegistrationKind::Enterprise, firm.profile().address);
        self.registered(Applicant { kind, login, name, contact, address, bank: None }).await
    }

    pub async fn register_bank(&self, bank: &Bank) -> Result<OrgId> {
        let Bank { login, name, contact, .. } = *bank;
        let kind = RegistrationKind::Institution;
        self.registered(Applicant { kind, login, name, contact, address: None, bank: Some(bank) }).await
    }

    pub async fn register_agency(&self, login: &str, name: &str, contact: &str) -> Result<OrgId> {
        let kind = RegistrationKind::Agency;
        self.registered(Applicant { kind, login, name, contact, address: None, bank: None }).await
    }
}
