//! Makes the folder of the web app, so that what reads it knows its real path even when the app is built after the binary.

fn main() -> std::io::Result<()> {
    let app = "../../frontend/dist";
    std::fs::create_dir_all(app)?;
    println!("cargo::rerun-if-changed=build.rs");
    // A release holds the files themselves.
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed={app}");
    }
    Ok(())
}
