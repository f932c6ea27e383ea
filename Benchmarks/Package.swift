// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "veedor-benchmarks",
  dependencies: [.package(name: "veedor", path: "..")],
  targets: [
    .executableTarget(
      name: "Bench", dependencies: [.product(name: "Rooms", package: "veedor")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ],
  swiftLanguageModes: [.v6])
