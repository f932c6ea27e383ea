import Files
import TestSupport
import Testing

@testable import Bundles

/// Bags of others, valid or not, are no bundles: each is told as what it is, and nothing of it is believed.
@Suite struct OtherBagTests {
  @Test(.enabled(if: SharedFolder.isPresent)) func noBagOfTheConformanceSuiteIsABundle() throws {
    let suite = SharedFolder.path + "/corpus/bagit"
    var count = 0
    for version in try Folder(path: suite).list() where version.kind == .folder {
      for verdict in try Folder(path: "\(suite)/\(version.name)").list() where verdict.kind == .folder {
        for bag in try Folder(path: "\(suite)/\(version.name)/\(verdict.name)").list() where bag.kind == .folder {
          let path = "\(suite)/\(version.name)/\(verdict.name)/\(bag.name)"
          let isBag = try Folder(path: path).files().contains("bagit.txt")
          let facts = try Bundle(path: path).verify()
          #expect(facts.verdict == .broken && facts.statement == nil && facts.form == .folder, "\(path)")
          #expect(facts.problems.map(\.code) == [isBag ? "B044" : "B032"], "\(path)")
          #expect(throws: Error.self) { try Bundle(path: path).extract(to: path + "_unpacked") }
          count += 1
        }
      }
    }
    #expect(count == 36)
  }

  @Test func aBagWithoutAStatementIsTold() throws {
    try withScratch { root in
      let folder = try Folder(path: root)
      try folder.write(BagManifest.declaration, to: "bagit.txt")
      try folder.write([], to: "manifest-sha256.txt")
      #expect(try Bundle(path: root).verify().problems.map(\.code) == ["B044"])
      try folder.remove("bagit.txt")
      #expect(try Bundle(path: root).verify().problems.map(\.code) == ["B032"])
    }
  }
}
