//! The shape of the code: file names, the order of concepts and of the files inside one, the length of files, docs/concepts.md, and
//! what concepts register.

#[path = "architecture/circles.rs"]
mod circles;

use jinqiao_concepts::CHAPTERS as PROGRAM;
use jinqiao_db::Reaction;
use jinqiao_platform::permissions::Parameter;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

const SOURCE_LIMIT: usize = 400;
const TEST_LIMIT: usize = 600;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Crates of the chapters, lowest first.
const CHAPTERS: [&str; 6] = ["platform", "financing", "insight", "oversight", "government", "reporting"];

/// Concepts of a chapter in the order of its `lib.rs`.
fn concepts_of(chapter: &str) -> Vec<String> {
    let lib = fs::read_to_string(root().join("crates").join(chapter).join("src/lib.rs")).expect("lib.rs");
    let names = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned));
    names.filter(|name| folder(chapter, name).is_dir()).collect()
}

fn folder(chapter: &str, concept: &str) -> PathBuf {
    root().join("crates").join(chapter).join("src").join(concept)
}

/// Every concept with its chapter.
fn concepts() -> Vec<(&'static str, String)> {
    let of = |chapter: &'static str| concepts_of(chapter).into_iter().map(move |concept| (chapter, concept));
    CHAPTERS.into_iter().flat_map(of).collect()
}

/// Source files of all chapters.
fn sources() -> Vec<PathBuf> {
    CHAPTERS.iter().flat_map(|chapter| files(&root().join("crates").join(chapter).join("src"), &["rs"])).collect()
}

fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let skipped = ["target", "node_modules", "dist"].iter().any(|name| path.ends_with(name));
        if path.is_dir() && !skipped {
            found.extend(files(&path, endings));
        } else if endings.iter().any(|ending| path.extension().is_some_and(|e| e == *ending)) {
            found.push(path);
        }
    }
    found
}

/// Cargo holds the arrows between chapters; within one, this does.
#[test]
fn concepts_call_only_concepts_above_them() {
    for chapter in CHAPTERS {
        let order = concepts_of(chapter);
        assert!(!order.is_empty(), "lib.rs lists the concepts of {chapter}");
        for (place, concept) in order.iter().enumerate() {
            for file in files(&folder(chapter, concept), &["rs"]) {
                let text = fs::read_to_string(&file).expect("a source file");
                // `use crate::{…}` spans lines, so every word is looked at that stands in a path from the crate's root.
                let outside = text.split("crate::").skip(1).flat_map(|rest| {
                    let end = rest.find(';').unwrap_or(rest.len());
                    rest[..end].split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_owned).collect::<Vec<_>>()
                });
                let below: BTreeSet<_> = outside.filter(|word| order[place + 1..].contains(word)).collect();
                assert!(below.is_empty(), "{} calls {below:?}, which come after {concept}", file.display());
            }
        }
    }
}

#[test]
fn every_concept_is_a_folder_with_private_parts_and_a_row_in_the_documents() {
    let table = fs::read_to_string(root().join("docs/concepts.md")).expect("docs/concepts.md");
    for (chapter, concept) in concepts() {
        let face = fs::read_to_string(folder(chapter, &concept).join("mod.rs")).expect("mod.rs is the concept's face");
        assert!(face.starts_with("//!"), "{concept}/mod.rs begins with the chapter of the plan");
        assert!(!face.lines().any(|line| line.starts_with("pub mod ")), "{concept}: parts are private");
        assert!(table.contains(&format!("| `{concept}` |")), "{concept} has a row in docs/concepts.md");
        let lib = fs::read_to_string(root().join("crates").join(chapter).join("src/lib.rs")).expect("lib.rs");
        assert!(lib.contains(&format!("{concept}::CONCEPT")), "{concept} is in the table of its chapter");
    }
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut lengths = vec![];
    let sources =
        files(&root().join("crates"), &["rs"]).into_iter().chain(files(&root().join("web/src"), &["ts", "tsx", "css"]));
    for file in sources.chain(files(&root().join("web/e2e"), &["ts"])) {
        let name = file.to_string_lossy().into_owned();
        if name.ends_with(".gen.ts") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source file");
        let lines = text.lines().count();
        let test = name.contains("/tests/") || name.contains(".test.") || name.contains("/e2e/");
        let limit = if test { TEST_LIMIT } else { SOURCE_LIMIT };
        assert!(lines <= limit, "{name} has {lines} lines, more than {limit}");
        if name.ends_with(".rs") {
            assert!(text.starts_with("//!"), "{name} begins with //!");
            assert!(!text.contains(concat!("#[", "allow(")), "{name}: #[expect] with a reason, never #[allow]");
        }
        lengths.push(lines);
    }
    lengths.sort_unstable();
    assert!(lengths[lengths.len() / 2] <= 120, "the median file is short");
}

/// The page for whoever runs the platform lists every bound, and no other.
#[test]
fn bounds_are_written_down() {
    let page = fs::read_to_string(root().join("docs/bounds-of-storage.md")).expect("the page");
    let listed: BTreeSet<_> = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`')).collect();
    let listed: BTreeSet<_> = listed
        .into_iter()
        .map(|(name, rest)| (name, rest.split('|').nth(1).unwrap_or_default().trim().to_owned()))
        .collect();
    let bounds: BTreeSet<_> = PROGRAM.bounds().map(|bound| (bound.name, bound.most.to_string())).collect();
    assert_eq!(listed, bounds);
}

/// In the OpenAPI document a second type of one name silently takes the place of the first.
#[test]
fn no_two_types_of_the_document_share_a_name() {
    let (mut seen, mut twice) = (BTreeSet::new(), vec![]);
    for file in sources() {
        let text = fs::read_to_string(&file).expect("a source");
        let mut documented = false;
        for line in text.lines() {
            documented |= line.starts_with("#[derive(") && line.contains("ToSchema");
            let declared = line.trim_start_matches("pub(super) ").trim_start_matches("pub ");
            let Some(name) = declared.strip_prefix("struct ").or_else(|| declared.strip_prefix("enum ")) else {
                continue;
            };
            let name = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
            if std::mem::take(&mut documented) && !seen.insert(name.clone()) {
                twice.push(name);
            }
        }
    }
    assert!(twice.is_empty(), "declared twice: {twice:?}");
}

/// `concept.verb`, as actions, facts and reactions are called.
fn code(literal: &str) -> bool {
    let word = |part: &str| !part.is_empty() && part.bytes().all(|b| b == b'_' || b.is_ascii_lowercase());
    literal.split_once('.').is_some_and(|(concept, verb)| word(concept) && word(verb))
}

/// The operator's trail and the primary account's work log are read by people.
#[test]
fn every_audited_action_is_registered_with_words() {
    let registered: BTreeSet<_> = PROGRAM.actions().map(|(action, _)| action).collect();
    assert_eq!(registered.len(), PROGRAM.actions().count(), "an action is registered once");
    let (mut without, mut literals) = (BTreeSet::new(), BTreeSet::new());
    let everywhere =
        files(&root().join("crates"), &["rs"]).into_iter().filter(|file| file.to_string_lossy().contains("/src/"));
    for file in everywhere.filter(|file| !file.ends_with("words.rs")) {
        let text = fs::read_to_string(&file).expect("a source");
        for line in text.lines() {
            let found: Vec<_> = line.split('"').skip(1).step_by(2).filter(|literal| code(literal)).collect();
            let names = ["Intent::", "Asked::new(", "let action"].iter().any(|at| line.contains(at));
            if names && !line.contains("bookkeeping") {
                without.extend(
                    found.iter().filter(|action| !registered.contains(*action)).map(|&action| action.to_owned()),
                );
            }
            literals.extend(found.into_iter().map(str::to_owned));
        }
    }
    assert!(without.is_empty(), "no concept's words.rs names {without:?}");
    let dead: Vec<_> = registered.iter().filter(|action| !literals.contains(**action)).collect();
    assert!(dead.is_empty(), "nobody does {dead:?}");
}

/// The operator reads what the jobs do.
#[test]
fn every_reaction_is_registered_with_words() {
    let registered: Vec<_> = PROGRAM.reaction_words().map(|(name, _)| name).collect();
    let known: Vec<_> = PROGRAM.followers().reactions;
    let known: Vec<_> = known.iter().map(Reaction::name).collect();
    let (listed, known): (BTreeSet<_>, BTreeSet<_>) = (registered.iter().collect(), known.iter().collect());
    assert_eq!(listed, known, "words.rs of the concepts, against their reactions");
    assert_eq!(listed.len(), registered.len(), "a reaction is registered once");
}

/// What is stored under a name belongs to one concept.
#[test]
fn names_of_what_concepts_register_are_their_own() {
    let parameters: Vec<_> = PROGRAM.parameters().map(|parameter| parameter.name).collect();
    let reviews: Vec<_> = PROGRAM.reviews().map(|kind| kind.name).collect();
    let agreements: Vec<_> = PROGRAM.agreements().map(|agreement| agreement.name).collect();
    for names in [parameters, reviews, agreements] {
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "twice in {names:?}");
    }
    for Parameter { name, default, min, max, .. } in PROGRAM.parameters() {
        assert!((min..=max).contains(&default), "the default of {name} is outside of its range");
    }
}

/// The code of an error that begins `rest` of a source, after the name of what makes the error.
fn code_at(rest: &str) -> Option<String> {
    let (literal, _) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
    let code = literal.bytes().all(|b| b == b'_' || b == b'.' || b.is_ascii_lowercase());
    code.then(|| literal.to_owned())
}

/// Where a client compares codes, a code that nobody declared is no member of its union, and one that nobody uses is never
/// answered.
#[test]
fn declared_error_codes_are_those_that_sources_use() {
    let texts: Vec<_> = files(&root().join("crates"), &["rs"])
        .into_iter()
        .filter(|file| file.components().any(|part| part.as_os_str() == "src"))
        .map(|file| fs::read_to_string(file).expect("a source"))
        .collect();
    // A function that makes an error of a code takes it first.
    let makers: BTreeSet<_> = texts
        .iter()
        .flat_map(|text| text.split("fn ").skip(1))
        .filter_map(|rest| Some(format!("{}(", rest.split_once("(code: &'static str")?.0)))
        .filter(|maker| maker.bytes().all(|b| b == b'_' || b == b'(' || b.is_ascii_lowercase()))
        .collect();
    assert!(makers.contains("conflict("), "the makers of errors are found by their first parameter");
    let mut used = BTreeSet::new();
    for text in &texts {
        let markers = makers.iter().map(String::as_str).chain(["code() == "]);
        used.extend(markers.flat_map(|marker| text.split(marker).skip(1)).filter_map(code_at));
        for rest in text.split("::new(").skip(1).map(str::trim_start).filter(|rest| rest.starts_with("Kind::")) {
            let code = rest.split_once(',').expect("a code follows the kind").1;
            used.extend(code_at(code));
            assert!(code_at(code).is_some() || code.starts_with(" code,"), "no code to be read at {rest:.60}");
        }
    }
    let declared = PROGRAM.codes();
    let once: BTreeSet<_> = declared.iter().map(|code| (*code).to_owned()).collect();
    assert_eq!(once.len(), declared.len(), "declared twice");
    let unused: Vec<_> = once.difference(&used).collect();
    let undeclared: Vec<_> = used.difference(&once).collect();
    assert!(
        unused.is_empty() && undeclared.is_empty(),
        "declared, not used: {unused:?}; used, not declared: {undeclared:?}"
    );
}
