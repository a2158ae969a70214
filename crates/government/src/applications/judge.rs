//! What the rules say of an application, before anything is written: its condition, its amount, and everything that is missing.

use super::content::{ApplicationContent, Judged, KnownValue};
use crate::{
    eligibility::{Ready, catalogue, of_version},
    policies::{MaterialSource, PolicyVersion},
};
use jinqiao_db::Db;
use jinqiao_kernel::{Checks, Error, Money, NaiveDate, Result};
use jinqiao_policy::{
    Defect,
    catalogue::{Catalogue, Record},
    condition::{Requirement, Verdict},
    form::ReadyForm,
    standard::Amounts,
};
use serde_json::Value as Json;
use std::sync::Arc;

/// The rules of one version of an item, ready to be asked.
pub struct Rules {
    catalogue: &'static Catalogue,
    said: Arc<Ready>,
}

impl Rules {
    /// Those of a version, which was checked before it was published.
    ///
    /// # Errors
    /// Internal where it names something that the catalogue lost.
    pub fn of(db: &Db, version: &PolicyVersion) -> Result<Self> {
        let catalogue = catalogue()?;
        let said = of_version(db, catalogue, version);
        match said.broken {
            Some(part) => Err(Error::internal(format!("a published version whose {part} cannot be read"))),
            None => Ok(Self { catalogue, said }),
        }
    }

    /// Who may have it.
    pub fn condition(&self) -> Option<&Requirement> {
        self.said.requirement.as_ref()
    }

    /// How much it gives.
    pub fn standard(&self) -> Option<&Amounts> {
        self.said.amounts.as_ref()
    }

    /// What is filled in.
    pub fn form(&self) -> Option<&ReadyForm> {
        self.said.form.as_ref()
    }

    /// What a new application begins with.
    pub fn known(&self, record: &Record, today: NaiveDate) -> Vec<KnownValue> {
        let Some(form) = self.form() else { return vec![] };
        let found = form.prefill(self.catalogue, record, today);
        let known = found.into_iter().map(|one| KnownValue {
            block: one.block.to_owned(),
            value: one.value,
            origin: one.origin,
            date: one.date.map(Into::into),
        });
        known.collect()
    }

    /// What the condition and the standard say.
    pub fn judge(&self, record: &Record, content: &ApplicationContent, today: NaiveDate) -> Result<Judged> {
        let report = self.condition().map(|condition| condition.report(record, today));
        let calculation = self.standard().map(|standard| standard.compute(record, &content.figures));
        Ok(Judged {
            amount: calculation.as_ref().and_then(|one| one.amount).filter(|amount| *amount > Money(0)),
            report: report.map(serde_json::to_value).transpose()?,
            calculation: calculation.map(serde_json::to_value).transpose()?,
        })
    }

    /// Why the enterprise cannot have it; what cannot be told does not stand against it.
    ///
    /// # Errors
    /// `applications.not_eligible`.
    pub fn check_eligible(&self, record: &Record, today: NaiveDate) -> Result<()> {
        let Some(report) = self.condition().map(|condition| condition.report(record, today)) else {
            return Ok(());
        };
        if report.verdict == Verdict::Fails {
            let text = format!("暂不能申请。{}。如档案有误，请先更正企业档案", report.sentence());
            return Err(Error::conflict("applications.not_eligible", text));
        }
        Ok(())
    }

    /// Everything that is missing or wrong, each at its place.
    ///
    /// # Errors
    /// `validation`.
    pub fn check_complete(
        &self,
        record: &Record,
        content: &ApplicationContent,
        (pays, today): (bool, NaiveDate),
    ) -> Result<()> {
        let mut checks = Checks::new();
        let mut tell = |field: &str, defects: &[Defect]| {
            for defect in defects {
                checks.that(&format!("{field}{}", defect.path.replace('/', ".")), false, &defect.text);
            }
        };
        if let Some(form) = self.form() {
            tell("values", &form.defects(&Json::Object(content.values.clone()), today));
        }
        if let Some(standard) = self.standard() {
            tell("figures", &standard.compute(record, &content.figures).defects);
            for figure in &standard.standard().figures {
                let there = content.figures.get(&figure.name).is_some_and(|json| !json.is_null() && json != "");
                checks.that(&format!("figures.{}", figure.name), there, &format!("请填写“{}”", figure.label));
            }
        }
        for material in self.said.materials.iter().filter(|one| one.required) {
            let brought = content.materials.iter().find(|one| one.name == material.name);
            let (there, wanted) = match material.source {
                MaterialSource::Upload => (brought.is_some_and(|one| !one.files.is_empty()), "请上传"),
                MaterialSource::Statement => (brought.is_some_and(|one| one.agreed), "请确认"),
                MaterialSource::Platform => (true, ""),
            };
            checks.that(&format!("materials.{}", material.name), there, &format!("{wanted}“{}”", material.name));
        }
        if pays {
            content.payee.check(&mut checks);
        }
        checks.done()
    }

    /// What is handed in: what is shown and right.
    pub fn handed_in(&self, content: &ApplicationContent, today: NaiveDate) -> ApplicationContent {
        let values = match self.form() {
            Some(form) => form.submitted(&Json::Object(content.values.clone()), today),
            None => Default::default(),
        };
        ApplicationContent { values, ..content.clone() }
    }
}
