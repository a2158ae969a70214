//! Rebuild the program when the built pages change: they are embedded in it.

fn main() {
    println!("cargo:rerun-if-changed=../../web/dist");
}
