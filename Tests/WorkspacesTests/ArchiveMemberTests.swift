import BuiltIn
import ModuleKit
import TestSupport
import Testing
import Workspaces

/// A dataset that is one file in an archive.
@Suite struct ArchiveMemberTests {
  /// A ZIP archive of files, as other programs write them: stored ones, or deflated ones that are said to be of `size`.
  private static func zip(_ files: [(name: String, bytes: [UInt8], size: Int?)]) -> [UInt8] {
    var (out, directory) = ([UInt8](), [UInt8]())
    func little(_ number: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(number >> (8 * $0) & 255) } }
    for file in files {
      let common =
        little(20, 2) + little(0, 2) + little(file.size == nil ? 0 : 8, 2) + little(0x6000, 2) + little(0x4a21, 2)
        + little(Int(crc(file.bytes)), 4) + little(file.bytes.count, 4) + little(file.size ?? file.bytes.count, 4)
        + little(file.name.utf8.count, 2) + little(0, 2)
      directory +=
        little(0x0201_4b50, 4) + little(20, 2) + common + [UInt8](repeating: 0, count: 10) + little(out.count, 4)
      directory += file.name.utf8
      out += little(0x0403_4b50, 4) + common + Array(file.name.utf8) + file.bytes
    }
    let start = out.count
    out += directory
    out += little(0x0605_4b50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
    return out + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  /// CRC-32 bit by bit.
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1) * 0xedb8_8320 }
    }
    return ~crc
  }

  private func read(_ archive: [UInt8], member: String) async throws -> (stations: Stations?, problems: [String]) {
    let scratch = try ScratchWorkspace()
    try scratch.write(archive, to: "data/results.zip")
    try scratch.write(
      ScratchWorkspace.mission
        + "datasets:\n  boxes: {kind: stations, path: data/results.zip, member: \"\(member)\"}\n", to: "veedor.yaml")
    let workspace = try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
    let loader = DatasetLoader(workspace)
    let problems = await workspace.dataProblems(loader).map {
      "\($0.location?.file ?? "") \($0.code) \($0.message)" + ($0.hint.map { " (\($0))" } ?? "")
    }
    return (problems.isEmpty ? try await loader.load("boxes").content as? Stations : nil, problems)
  }

  private static let table = Array("station\n7\n8\n".utf8)

  @Test func theFileInside() async throws {
    let archive = Self.zip([("notes.txt", Array("x".utf8), nil), ("count/boxes.csv", Self.table, nil)])
    let stations = try #require(try await read(archive, member: "count/boxes.csv").stations)
    #expect(stations.count == 2 && stations.keys[1] == "8")
  }

  @Test func whatCannotBeRead() async throws {
    let archive = Self.zip([
      ("boxes.csv", Self.table, nil), ("b.csv", Self.table, nil), ("bad.csv", Array("box\n1\n".utf8), nil),
    ])
    #expect(
      try await read(archive, member: "boxs.csv").problems == [
        "data/results.zip W106 the archive holds no 'boxs.csv' (did you mean 'boxes.csv'?)"
      ])
    #expect(
      try await read(archive, member: "something.txt").problems == [
        "data/results.zip W106 the archive holds no 'something.txt' (it holds boxes.csv, b.csv, bad.csv)"
      ])
    #expect(
      try await read(archive, member: "bad.csv").problems == [
        "data/results.zip/bad.csv T013 unknown column 'box' (begin its name with x_ if it is not to be read)",
        "data/results.zip/bad.csv T014 the column 'station' is missing",
      ])
    #expect(try await read(Self.table, member: "boxes.csv").problems.map { $0.prefix(21) } == ["data/results.zip Z001"])
    var damaged = archive
    damaged[40] ^= 1
    #expect(try await read(damaged, member: "boxes.csv").problems.map { $0.prefix(18) } == ["data/results.zip Z"])
  }

  /// JSON is held as a whole: of an archive no more of it is read than of a file.
  @Test func moreJSONThanIsHeld() async throws {
    let packed = [UInt8](repeating: 1, count: 200_000)
    #expect(
      try await read(Self.zip([("a.json", packed, (16 << 20) + 1)]), member: "a.json").problems == [
        "data/results.zip F020 'data/results.zip/a.json' has 16777217 bytes, and at most 16777216 are read"
      ])
  }

  /// Sizes are refused by what the directory says, before a byte is unpacked.
  @Test func bombs() async throws {
    let packed = [UInt8](repeating: 1, count: 16)
    #expect(
      try await read(Self.zip([("a.csv", packed, 17 << 20)]), member: "a.csv").problems == [
        "data/results.zip W107 'a.csv' in the archive holds more than 100 times its packed size, as no table that people"
          + " made does (unpack it yourself if it is what it should be)"
      ])
  }
}
