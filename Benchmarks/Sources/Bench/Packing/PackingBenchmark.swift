import Foundation

extension Benchmark {
  /// A mission's forms, notes, tables and photographs packed into a bundle.
  static let packing = Benchmark(
    name: "packing",
    work: "a bundle of 21,001 files: forms, notes, photographs, one table of 300 MB",
    target: Target(peak: 150_000_000),
    input: EvidenceMission.input,
    peers: [
      Peer(name: "veedor bundle create", needs: .veedor, command: ["packing.py", "create"]),
      Peer(name: "zip -r -6", needs: .program("zip"), command: ["packing.py", "zip"]),
      Peer(name: "tar and pigz -6 -p2", needs: .program("pigz"), command: ["packing.py", "pigz"]),
      Peer(name: "zlib, CRC-32, SHA-256 alone", needs: .python("zlib"), command: ["packing.py", "limit_of_packing"]),
    ])

  /// The bundle checked.
  static let verifying = Benchmark(
    name: "verifying",
    work: "the bundle of the benchmark before verified",
    target: Target(peak: 150_000_000),
    input: EvidenceMission.packed,
    peers: [
      Peer(name: "veedor bundle verify", needs: .veedor, command: ["packing.py", "verify"]),
      Peer(name: "unzip -tq", needs: .program("unzip"), command: ["packing.py", "unzip"]),
      Peer(name: "bagit.py, 2 processes", needs: .python("bagit"), command: ["packing.py", "bagit"]),
      Peer(name: "zlib, CRC-32, SHA-256 alone", needs: .python("zlib"), command: ["packing.py", "limit_of_checking"]),
    ])
}

/// A workspace whose attachments are a mission's evidence.
private enum EvidenceMission {
  @Sendable static func input(in folder: String) throws -> Benchmark.Input {
    let script = try SharedData.needed("../bench/make_evidence.py")
    let workspace = try Benchmark.file("evidence", in: folder) { path in
      _ = try Programs.output(of: ["/usr/bin/env", "python3", script, path + "/evidence", "1.0"])
      try Data(description.utf8).write(to: URL(filePath: path + "/veedor.yaml"))
    }
    return Benchmark.Input(files: [workspace], note: "shared/bench/make_evidence.py")
  }

  @Sendable static func packed(in folder: String) throws -> Benchmark.Input {
    let input = try input(in: folder)
    if byteCount(input.files[0] + "/packed/evidence.evb.zip") == nil {
      let create = Peer(name: "", needs: .veedor, command: ["packing.py", "create"])
      _ = try Programs.output(of: Programs.command(of: create) + input.files)
    }
    return input
  }

  private static let description = """
    veedor: 1
    mission:
      id: evidence
      title: {en: Evidence}
      election_day: 2027-02-28
      time_zone: UTC
      languages: [en]
    attachments: [evidence]
    disclose: [{file: evidence/**, reason: made by a generator}]
    bundles:
      all: {include: [workspace, attachments], profile: public}

    """
}
