/// The workspace that `veedor init` copies: `Workspaces/starter`, inside the executable.
enum Starter {
  /// The files; a test holds them against the folder.
  static var files: [NewWorkspace.File] {
    [
      ("veedor.yaml", PackageResources.veedor_yaml),
      ("data/bulletins.csv", PackageResources.bulletins_csv),
      ("data/claims.csv", PackageResources.claims_csv),
      ("drafts/preliminary.en.md", PackageResources.preliminary_en_md),
      ("drafts/preliminary.es.md", PackageResources.preliminary_es_md),
    ].map { path, bytes in (path, { sink in try sink(bytes) }) }
  }
}
