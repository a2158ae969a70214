//! Inside a concept: `model ← entity ← access ← store ← service ← http` by the names of its files, and no two files or parts that
//! need each other. A part (a folder) is one thing to what stands beside it, whatever of it is used.

use super::{CHAPTERS, files, root};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// A module by the names on the way from the crate's root.
type Module = Vec<String>;

/// What the names of files say, lowest first.
const LAYERS: [&str; 6] = ["model", "entity", "access", "store", "service", "http"];

/// The modules of a chapter.
struct Modules {
    all: BTreeSet<Module>,
    /// Those that are folders, with what their `mod.rs` takes from where.
    folders: BTreeMap<Module, BTreeMap<String, Module>>,
}

/// Which module of a chapter uses which.
struct Uses {
    modules: Modules,
    edges: BTreeSet<(Module, Module)>,
}

/// Names and punctuation of a source, without comments and literals.
fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let (mut found, mut at) = (vec![], 0);
    while at < chars.len() {
        let rest = &chars[at..];
        at += match rest {
            ['/', '/', ..] => rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()),
            ['r', '"' | '#', ..] if raw(rest).is_some() => raw(rest).unwrap_or_default(),
            ['"', ..] => quoted(rest),
            // A character; else the quote begins the name of a lifetime.
            ['\'', '\\', _, ..] => 2 + rest[2..].iter().skip(1).position(|c| *c == '\'').unwrap_or_default() + 2,
            ['\'', _, '\'', ..] => 3,
            [':', ':', ..] => {
                found.push("::".to_owned());
                2
            }
            [first, ..] if first.is_alphanumeric() || *first == '_' => {
                let name: String = rest.iter().take_while(|c| c.is_alphanumeric() || **c == '_').collect();
                let length = name.chars().count();
                found.push(name);
                length
            }
            [first, ..] => {
                if !first.is_whitespace() {
                    found.push(first.to_string());
                }
                1
            }
            [] => 1,
        };
    }
    found
}

/// How long the raw text literal at the beginning of `rest` is, if there is one.
fn raw(rest: &[char]) -> Option<usize> {
    let marks = rest[1..].iter().take_while(|c| **c == '#').count();
    let start = 1 + marks;
    let ends = |at: &usize| rest[*at] == '"' && rest[at + 1..].iter().take_while(|c| **c == '#').count() >= marks;
    (rest.get(start) == Some(&'"'))
        .then(|| (start + 1..rest.len()).find(ends).map_or(rest.len(), |end| end + 1 + marks))
}

/// How long the text literal at the beginning of `rest` is.
fn quoted(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != '"' {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// The place behind the bracket that closes the one at `open`.
fn behind(tokens: &[String], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// The paths of a `use`, each with the name under which it is known from then on.
fn paths_of(tree: &[String], prefix: &[String], found: &mut Vec<(String, Module)>) {
    let mut path = prefix.to_vec();
    let mut at = 0;
    while at < tree.len() {
        match tree[at].as_str() {
            "::" => at += 1,
            "{" => {
                let end = behind(tree, at);
                let (mut start, mut depth) = (at + 1, 0);
                for place in at + 1..end {
                    match tree[place].as_str() {
                        "{" => depth += 1,
                        "}" if depth > 0 => depth -= 1,
                        "," | "}" if depth == 0 => {
                            paths_of(&tree[start..place], &path, found);
                            start = place + 1;
                        }
                        _ => {}
                    }
                }
                return;
            }
            "as" => {
                found.push((tree[at + 1].clone(), path));
                return;
            }
            "self" if !path.is_empty() => at += 1,
            name => {
                path.push(name.to_owned());
                at += 1;
            }
        }
    }
    if !tree.is_empty() {
        found.push((path.last().cloned().unwrap_or_default(), path));
    }
}

/// What `tokens` of `module` name outside of their tests: paths, each with the module in which it stands.
fn named(module: &Module, tokens: &[String]) -> Vec<(Module, (String, Module))> {
    let test: Vec<_> = ["#", "[", "cfg", "(", "test", ")", "]"].map(str::to_owned).into();
    let (mut found, mut inner, mut depth, mut at) = (vec![], Vec::<(String, usize)>::new(), 0, 0);
    while at < tokens.len() {
        let here = || module.iter().cloned().chain(inner.iter().map(|(name, _)| name.clone())).collect::<Module>();
        match tokens[at].as_str() {
            "#" if tokens[at..].starts_with(&test) => {
                let begins = |token: &String| token == "{" || token == ";";
                let open = at + tokens[at..].iter().position(begins).unwrap_or_default();
                at = if tokens[open] == "{" { behind(tokens, open) } else { open + 1 };
                continue;
            }
            "use" => {
                let end = at + tokens[at..].iter().position(|token| token == ";").unwrap_or_default();
                let mut paths = vec![];
                paths_of(&tokens[at + 1..end], &[], &mut paths);
                found.extend(paths.into_iter().map(|path| (here(), path)));
                at = end;
            }
            "mod" if tokens.get(at + 2).is_some_and(|token| token == "{") => {
                inner.push((tokens[at + 1].clone(), depth));
                at += 1;
            }
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                if inner.last().is_some_and(|(_, outside)| *outside == depth) {
                    inner.pop();
                }
            }
            "super" | "crate" | "self" if at == 0 || tokens[at - 1] != "::" => {
                let mut path = vec![tokens[at].clone()];
                while tokens.get(at + 1).is_some_and(|token| token == "::") && tokens.get(at + 2).is_some() {
                    path.push(tokens[at + 2].clone());
                    at += 2;
                }
                found.push((here(), (String::new(), path)));
            }
            _ => {}
        }
        at += 1;
    }
    found
}

impl Uses {
    fn of(chapter: &str) -> Self {
        let source = root().join("crates").join(chapter).join("src");
        let (mut modules, mut names) = (Modules { all: BTreeSet::new(), folders: BTreeMap::new() }, vec![]);
        for file in files(&source, &["rs"]) {
            let (module, folder) = module_of(&source, &file);
            let found = named(&module, &tokens(&fs::read_to_string(&file).expect("a source")));
            if folder {
                let known = found.iter().filter(|(_, (name, _))| !name.is_empty()).map(|(_, path)| path.clone());
                modules.folders.insert(module.clone(), known.collect());
            }
            modules.all.insert(module.clone());
            names.push((module, found));
        }
        let mut edges = BTreeSet::new();
        for (module, found) in names {
            let targets = found.into_iter().filter_map(|(here, (_, path))| modules.target(here, &path, 0));
            edges.extend(targets.filter(|target| *target != module).map(|target| (module.clone(), target)));
        }
        Self { modules, edges }
    }
}

impl Modules {
    /// The module that holds what `path` means in `here`; what a `mod.rs` takes from elsewhere is followed to where it stands.
    fn target(&self, mut here: Module, path: &[String], depth: u8) -> Option<Module> {
        let mut rest = path;
        match path.first()?.as_str() {
            "crate" => (here, rest) = (vec![], &path[1..]),
            "self" => rest = &path[1..],
            "super" => {
                while rest.first().is_some_and(|name| name == "super") {
                    here.pop();
                    rest = &rest[1..];
                }
            }
            first if !self.all.contains(&joined(&here, first)) => return None,
            _ => {}
        }
        while let Some(name) = rest.first() {
            let child = joined(&here, name);
            if self.all.contains(&child) {
                (here, rest) = (child, &rest[1..]);
                continue;
            }
            if let Some(from) = self.folders.get(&here).and_then(|known| known.get(name)).filter(|_| depth < 8) {
                return self.target(here.clone(), from, depth + 1).or(Some(here));
            }
            break;
        }
        while !self.all.contains(&here) && here.pop().is_some() {}
        (!here.is_empty()).then_some(here)
    }
}

fn joined(module: &[String], name: &str) -> Module {
    module.iter().cloned().chain([name.to_owned()]).collect()
}

/// The module of a file, and whether it is a folder's face.
fn module_of(source: &Path, file: &Path) -> (Module, bool) {
    let path = file.strip_prefix(source).expect("a file of the chapter").with_extension("");
    let mut module: Module = path.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    let folder = module.last().is_some_and(|name| name == "mod" || name == "lib");
    if folder {
        module.pop();
    }
    (module, folder)
}

/// What each file or part of `folder` uses of those beside it.
fn beside(folder: &Module, edges: &BTreeSet<(Module, Module)>) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let child = |module: &Module| module.strip_prefix(folder.as_slice()).and_then(|rest| rest.first().cloned());
    for (from, to) in edges {
        if let (Some(from), Some(to)) = (child(from), child(to))
            && from != to
        {
            found.entry(from).or_default().insert(to);
        }
    }
    found
}

/// Everything that `start` needs, directly or through others.
fn reached(uses: &BTreeMap<String, BTreeSet<String>>, start: &str) -> BTreeSet<String> {
    let (mut found, mut open) = (BTreeSet::new(), vec![start.to_owned()]);
    while let Some(one) = open.pop() {
        open.extend(uses.get(&one).into_iter().flatten().filter(|next| found.insert((*next).clone())).cloned());
    }
    found
}

#[test]
fn no_two_files_or_parts_of_a_concept_need_each_other() {
    let mut circles = BTreeSet::new();
    for chapter in CHAPTERS {
        let Uses { modules, edges } = Uses::of(chapter);
        for folder in modules.folders.keys().filter(|folder| !folder.is_empty()) {
            let uses = beside(folder, &edges);
            for one in uses.keys() {
                let circle: Vec<_> =
                    reached(&uses, one).into_iter().filter(|other| reached(&uses, other).contains(one)).collect();
                if !circle.is_empty() {
                    circles.insert(format!("{chapter}/{}: {}", folder.join("/"), circle.join(", ")));
                }
            }
        }
    }
    assert!(circles.is_empty(), "circles:\n{}", circles.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn files_use_only_what_their_names_put_below_them() {
    let layer = |module: &Module| {
        let name = module.last()?;
        let bears = |layer: &&str| {
            name == *layer || name.ends_with(&format!("_{layer}")) || name.starts_with(&format!("{layer}_"))
        };
        LAYERS.iter().position(bears)
    };
    for chapter in CHAPTERS {
        for (from, to) in Uses::of(chapter).edges.into_iter().filter(|(from, to)| from.first() == to.first()) {
            if let (Some(lower), Some(upper)) = (layer(&from), layer(&to)) {
                assert!(lower >= upper, "{chapter}: {} uses {}", from.join("/"), to.join("/"));
            }
        }
    }
}

#[test]
fn what_is_named_is_found() {
    let source = r#"
        use super::{facts::{self, Step as What}, store};
        /// super::comment
        pub mod inner { use super::super::model::Row; fn f() -> crate::a::b::C { "super::text".into() } }
        #[cfg(test)]
        mod tests { use super::hidden; }
        fn g<'a>(c: char) -> bool { c == '"' && self::h() }
    "#;
    let module = vec!["orders".to_owned(), "view".to_owned()];
    let found = named(&module, &tokens(source));
    let told: Vec<_> =
        found.iter().map(|(here, (name, path))| format!("{} {name}={}", here.join("/"), path.join("::"))).collect();
    assert_eq!(
        told,
        [
            "orders/view facts=super::facts",
            "orders/view What=super::facts::Step",
            "orders/view store=super::store",
            "orders/view/inner Row=super::super::model::Row",
            "orders/view/inner =crate::a::b::C",
            "orders/view =self::h",
        ]
    );
}
