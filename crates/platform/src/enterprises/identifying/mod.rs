//! Whether a text tells who a firm is (domain 2.3): one function for everything that is read by those who do not know it yet.

mod address;
mod amounts;
mod brackets;
mod codes;
mod labels;
mod name;
mod net;
mod numbers;
mod person;
mod rights;
mod shares;
mod spelling;
mod town;
mod trades;
mod words;

use super::store;
use crate::{accounts, organizations};
use jinqiao_kernel::{Checks, OrgId, Result, normal::Folded};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use utoipa::ToSchema;

/// A part of a text that tells who the firm is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Hit {
    /// Its first character, counted from 0.
    pub from: usize,
    /// Behind its last character.
    pub to: usize,
    /// As it stands there.
    pub text: String,
}

/// A hit in one field of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldHit {
    /// Name of the field.
    pub field: String,
    /// Where in it.
    #[serde(flatten)]
    pub hit: Hit,
}

/// Words by which a firm is recognised, folded, letters and digits alone.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    words: Vec<Vec<char>>,
    /// Spelled in so few letters that they are looked for without signs between them.
    short: Vec<Vec<char>>,
    codes: Vec<Vec<char>>,
}

fn letters(word: &str) -> Vec<char> {
    Folded::by_look(word).chars.into_iter().filter(|c| c.is_alphanumeric()).collect()
}

impl Identity {
    /// From all `names` that the firm has or had, its `persons`, and `words` that are its own: codes, addresses, brands.
    pub fn new<'a>(
        names: impl IntoIterator<Item = &'a str>,
        persons: impl IntoIterator<Item = &'a str>,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let named: Vec<_> = names.into_iter().map(name::words_of).collect();
        let own = || named.iter().flat_map(|named| &named.own);
        let short = own().flat_map(|own| spelling::short(own)).map(|word| word.chars().collect()).collect();
        let mut all: Vec<Vec<char>> = own().flat_map(|own| spelling::mixed(own)).map(|word| letters(&word)).collect();
        for word in named.iter().flat_map(|named| &named.words) {
            all.extend(spelling::of(word).iter().map(|word| letters(word)));
            all.push(letters(word));
        }
        for person in persons {
            all.extend(spelling::of_person(person).iter().map(|word| letters(word)));
            all.extend(person::called(person).iter().map(|word| letters(word)));
            all.push(letters(person));
        }
        all.extend(words.into_iter().map(letters));
        all.retain(|word| word.len() >= 2);
        // The longest first, so that a whole name is one hit.
        all.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        all.dedup();
        let (codes, words) = all.into_iter().partition(|word| codes::is_code(word));
        Self { words, short, codes }
    }

    /// Everything in `text` that tells who the firm is, from the first to the last.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let folded = Folded::by_look(text);
        let chars = &folded.chars;
        let all: Vec<usize> = (0..chars.len()).collect();
        let solid: Vec<usize> = all.iter().copied().filter(|at| chars[*at].is_alphanumeric()).collect();
        let mut found = vec![];
        let mut look = |word: &[char], among: &[usize], stands: fn(&[char], &[usize], &[char]) -> bool| {
            for part in among.windows(word.len()) {
                if stands(chars, part, word) && words::whole(chars, part, word) && !words::meeting(chars, part) {
                    found.push(part[0]..part[word.len() - 1] + 1);
                }
            }
        };
        self.words.iter().for_each(|word| look(word, &solid, words::stands));
        self.short.iter().for_each(|word| look(word, &all, words::stands));
        self.codes.iter().for_each(|code| look(code, &solid, codes::stands));
        if let Some(outside) = brackets::outside(chars) {
            // What is put into brackets within a word hides it.
            let hidden = self.words.iter().filter(|word| words::hides(word));
            hidden.for_each(|word| look(word, &outside, words::stands));
        }
        found.extend(numbers::find(chars));
        found.extend(shares::find(chars));
        found.extend(rights::find(chars));
        found.extend(net::on_the_net(chars));
        found.extend(town::find(chars));
        hits(text, &folded, found)
    }

    /// What whole `texts` beside each other tell of who the firm is, and none of them alone: 澜 and 图.
    pub fn told_together(&self, texts: &[String]) -> Option<String> {
        let (mut starts, mut ends, mut at) = (vec![], vec![], 0);
        for text in texts {
            let length = text.chars().count();
            starts.push(at);
            ends.push(at + length);
            at += length + 1;
        }
        let whole = |hit: &Hit| {
            let first = starts.iter().position(|start| *start == hit.from);
            let last = ends.iter().position(|end| *end == hit.to);
            first.zip(last).is_some_and(|(first, last)| last > first)
        };
        self.find(&texts.join(" ")).into_iter().find(whole).map(|hit| hit.text)
    }

    /// Notes everything in `text` that tells who the firm is.
    pub fn check(&self, checks: &mut Checks, field: &str, text: &str) {
        let hits = self.find(text);
        if hits.is_empty() {
            return;
        }
        let parts = hits.iter().map(|hit| format!("第 {} 字起“{}”", hit.from + 1, hit.text)).collect::<Vec<_>>();
        checks.that(field, false, &format!("{}可能暴露企业身份，请修改", parts.join("、")));
    }

    /// Where in `fields` something tells who the firm is.
    pub fn marked<'a>(&self, fields: impl IntoIterator<Item = (String, &'a str)>) -> Vec<FieldHit> {
        let of = |(field, text): (String, &str)| {
            self.find(text).into_iter().map(move |hit| FieldHit { field: field.clone(), hit })
        };
        fields.into_iter().flat_map(of).collect()
    }
}

/// The places as hits in the text, those that overlap as one.
fn hits(text: &str, folded: &Folded, mut found: Vec<Range<usize>>) -> Vec<Hit> {
    found.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = vec![];
    for range in found {
        match merged.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    let original: Vec<char> = text.chars().collect();
    let hit = |range: Range<usize>| {
        let (from, to) = (folded.from[range.start], folded.from[range.end - 1] + 1);
        Hit { from, to, text: original[from..to].iter().collect() }
    };
    merged.into_iter().map(hit).collect()
}

/// What tells who `org` is.
///
/// # Errors
/// `not_found`.
pub async fn identity_of(conn: &impl ConnectionTrait, org: OrgId) -> Result<Identity> {
    let org = organizations::by_id(conn, org).await?;
    let profile = store::of_org(conn, org.id).await?;
    let extras = &profile.extras.0;
    let names = std::iter::once(org.name.as_str()).chain(extras.former_names.iter().map(String::as_str));
    let people = accounts::people_of(conn, org.id).await?;
    let persons = std::iter::once(org.contact_name.as_str()).chain(profile.legal_person.as_deref());
    let persons = persons.chain(people.iter().map(|person| person.name.as_str()));
    let address = address::of(profile.address.as_deref().unwrap_or_default(), profile.park.as_deref());
    let words = [org.uscc.as_deref(), org.email.as_deref(), profile.address.as_deref()].into_iter().flatten();
    let words = words.chain(extras.brands.iter().map(String::as_str)).chain(address.iter().map(String::as_str));
    Ok(Identity::new(names, persons, words))
}

#[cfg(test)]
mod tests;
