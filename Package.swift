// swift-tools-version: 6.2
import PackageDescription

/// Whether `make fuzz` asks for the fuzz targets, and for instrumented rooms; unsafe flags in a normal build would keep
/// the package from being used as a dependency.
let isFuzzing = Context.environment["VEEDOR_FUZZ"] == "1"
let sanitizers = ["-sanitize=fuzzer,address"]

let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isFuzzing ? [.unsafeFlags(sanitizers + ["-parse-as-library", "-enable-testing"])] : [])

/// A room: one target under Sources/, with its own tests under Tests/, which may need more; it may embed files.
func room(
  _ name: String, _ needs: [Target.Dependency] = [], tests: [Target.Dependency] = [], embeds: [String] = []
) -> [Target] {
  [
    .target(
      name: name, dependencies: needs, resources: embeds.map { .embedInCode($0) }, swiftSettings: strict),
    tested(name, by: needs + tests),
  ]
}

/// The tests of a target under Tests/, which use what the target needs and what all tests share.
func tested(_ name: String, by needs: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + needs, swiftSettings: strict)
}

/// A plugin: one target under Plugins/, with its own tests under Tests/, which may need more. It sees the contract and
/// the rooms below it, never the host nor another plugin.
func plugin(_ name: String, _ needs: [Target.Dependency] = [], tests: [Target.Dependency] = []) -> [Target] {
  let needs = ["ModuleKit"] + needs
  return [
    .target(name: name, dependencies: needs, path: "Plugins/" + name, swiftSettings: strict),
    tested(name, by: needs + tests),
  ]
}

/// A libFuzzer executable `<name>Fuzz`: Tests/Fuzz/<name>, with its seeds. What of it is the same for all is FuzzDriver.
func fuzz(_ name: String, _ needs: [Target.Dependency]) -> [Target] {
  guard isFuzzing else { return [] }
  return [
    .executableTarget(
      name: name + "Fuzz", dependencies: ["FuzzDriver"] + needs, path: "Tests/Fuzz/" + name,
      exclude: ["seeds"], swiftSettings: strict, linkerSettings: [.unsafeFlags(sanitizers)])
  ]
}

let package = Package(
  name: "veedor",
  products: [
    // For external modules in Swift.
    .library(name: "ModuleServer", targets: ["ModuleServer"]),
    // For Benchmarks, a package of its own.
    .library(
      name: "Rooms",
      targets: ["Archive", "Counts", "Files", "Ledger", "ModuleKit", "Statistics", "Tables", "Times", "Training"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    // Without its default trait, which brings in all of Foundation.
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    room("Times"),
    room("Language", ["Times"]),
    room("Diagnostics", ["Language"]),
    room("Schema", ["Diagnostics", "Language", "Times"]),
    [.target(name: "CMappings")],
    room("Files", ["CMappings", "Diagnostics", "Language"]),
    room("Parallel"),
    [.systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])])],
    [
      .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])])
    ],
    room("YAML", ["CLibYAML", "Diagnostics", "Language"]),
    [
      .systemLibrary(
        name: "CMarkdown", pkgConfig: "libcmark-gfm",
        providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])])
    ],
    room("Hashing", ["Files", .product(name: "Crypto", package: "swift-crypto")]),
    room(
      "Signatures",
      ["Diagnostics", "Files", "Hashing", "Language", "Schema", .product(name: "Crypto", package: "swift-crypto")]),
    room(
      "Ledger",
      [
        "Diagnostics", "Files", "Hashing", "Language", "Schema", "Signatures", "Times",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room("Drawings", ["Language"], tests: ["Charts"]),
    room("Pages", ["Diagnostics", "Drawings", "Language", "Markdown"]),
    room("Compression", ["CZlib"]),
    room("Disclosure", ["Language"]),
    room("Markdown", ["CMarkdown", "Diagnostics", "Language"]),
    room("Archive", ["Compression", "Diagnostics", "Files", "Hashing", "Language", "Parallel"]),
    [.systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])])],
    room("Spreadsheets", ["Archive", "CExpat", "Diagnostics", "Files", "Language", "Times"]),
    room("WebArchives", ["Archive", "Diagnostics", "Hashing", "Language", "Schema"], tests: ["Compression", "Files"]),
    [.systemLibrary(name: "CLanes")],
    room(
      "Tables",
      ["CLanes", "Compression", "Files", "Diagnostics", "Language", "Parallel", "Schema", "Spreadsheets", "Times"]),
    room("Statistics", ["Diagnostics", "Hashing", "Language", .product(name: "BigInt", package: "BigInt")]),
    room("Charts", ["Diagnostics", "Language", "Times"]),
    room(
      "Datasets", ["Diagnostics", "Schema", "Language", "Ledger", "Spreadsheets", "Tables", "Times"],
      tests: ["Compression"]),
    room(
      "ModuleKit",
      ["Datasets", "Diagnostics", "Drawings", "Schema", "Hashing", "Language", "Ledger", "Tables", "Times"]),
    room(
      "Training", ["Statistics", "Times"],
      embeds: ["veedor.yaml", "drafts/report.en.md", "drafts/report.es.md"].map { "Workspace/" + $0 }),
    room("ModuleServer", ["Diagnostics", "Files", "Hashing", "Language", "ModuleKit"]),
    room(
      "Bundles",
      [
        "Archive", "Compression", "Diagnostics", "Files", "Hashing", "Language", "Parallel", "Schema", "Signatures",
        "Times", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room(
      "Workspaces",
      [
        "Archive", "Compression", "Diagnostics", "Files", "Hashing", "Language", "Ledger", "ModuleKit", "Parallel",
        "Schema", "Spreadsheets", "Tables", "YAML",
      ],
      tests: ["BuiltIn", "Counts"]),
    [.target(name: "CSupervisor")],
    room(
      "ExternalModules",
      [
        "CSupervisor", "Files", "Hashing", "ModuleKit", "Workspaces",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    room(
      "Workbench",
      [
        "Archive", "Bundles", "Compression", "Diagnostics", "Disclosure", "Drawings", "ExternalModules", "Files",
        "Hashing",
        "Ledger", "ModuleKit", "Parallel", "Signatures", "Tables", "Workspaces",
      ],
      tests: ["BuiltIn", "ExternalTimeline"]),
    [
      .target(
        name: "BuiltIn", dependencies: ["ModuleKit", "Counts", "Recount", "Incidents", "Drafting"],
        swiftSettings: strict),
      .target(name: "CPages"),
      .executableTarget(
        name: "veedor",
        dependencies: [
          "Archive", "BuiltIn", "Bundles", "CPages", "Compression", "ExternalModules", "Files", "Hashing", "Incidents",
          "Ledger", "ModuleKit", "Parallel", "Recount", "Signatures", "Training", "WebArchives", "Workbench",
          "Workspaces",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        resources: [
          "veedor.yaml", "data/bulletins.csv", "data/claims.csv", "drafts/preliminary.en.md",
          "drafts/preliminary.es.md",
        ].map { .embedInCode("Starter/" + $0) },
        swiftSettings: strict),
    ],
    [
      .testTarget(
        name: "ModuleConformanceTests",
        dependencies: [
          "BuiltIn", "Diagnostics", "Drafting", "Files", "Ledger", "Markdown", "ModuleKit", "Schema", "Spreadsheets",
          "Tables", "TestSupport", "WebArchives", "Workspaces", "YAML",
        ], swiftSettings: strict),
      .executableTarget(
        name: "ExternalTimeline", dependencies: ["Counts", "ModuleServer"], path: "Tests/Fixtures/ExternalTimeline",
        swiftSettings: strict),
    ],
    // What tests of several rooms use.
    [
      .target(
        name: "TestSupport",
        dependencies: [
          "Charts", "Compression", "Datasets", "Diagnostics", "Files", "Hashing", "Language", "Ledger", "ModuleKit",
          "Schema", "Statistics", "Tables", "Times",
        ],
        path: "Tests/Support", swiftSettings: strict)
    ],
    // The share of false alarms on simulated elections: see Docs/methods/calibration.md.
    [
      .executableTarget(
        name: "Calibrate", dependencies: ["Counts", "ModuleKit", "Statistics", "TestSupport", "Training"],
        path: "Tests/Calibration",
        swiftSettings: strict)
    ],
    plugin("Counts", ["Charts", "Statistics"], tests: ["Datasets", "Training"]),
    plugin("Recount", ["Files", "Hashing", "Ledger", "Statistics"]),
    plugin("Incidents", ["Charts", "Hashing", "Ledger"], tests: ["Files"]),
    plugin("Drafting", ["Diagnostics", "Drawings", "Markdown", "Pages"]),
    [
      .testTarget(
        name: "CommandLineTests", dependencies: ["TestSupport"], exclude: ["transcripts"], swiftSettings: strict)
    ],
    !isFuzzing ? [] : [.target(name: "FuzzDriver", path: "Tests/Fuzz/Driver", swiftSettings: strict)],
    fuzz("YAML", ["YAML", "Diagnostics"]),
    fuzz("Drawing", ["Drawings"]),
    fuzz("Import", ["Incidents", "Ledger", "ModuleKit", "Schema", "Tables", "Times"]),
    fuzz("JSON", ["Schema"]),
    fuzz("Ledger", ["Hashing", "Ledger", "Schema", "Signatures"]),
    fuzz("Bundle", ["Archive", "Bundles", "Compression", "Files", "Hashing"]),
    fuzz("CSV", ["Compression", "Datasets", "Diagnostics", "Language", "Tables", "Times"]),
    fuzz("Page", ["Diagnostics", "Drafting", "Markdown", "ModuleKit"]),
    fuzz("Result", ["Drafting", "Files", "Hashing", "ModuleKit", "Workbench"]),
    fuzz("Signature", ["Bundles", "Hashing", "Ledger", "Schema", "Signatures", "Times"]),
    fuzz("Spreadsheet", ["Diagnostics", "Spreadsheets", "Tables", "TestSupport"]),
    fuzz("Module", ["Files", "Language", "ModuleKit", "Schema", "Workspaces"]),
    fuzz("WebArchive", ["Archive", "Diagnostics", "Files", "Hashing", "Language", "Schema", "WebArchives"]),
  ].flatMap { $0 },
  swiftLanguageModes: [.v6])
