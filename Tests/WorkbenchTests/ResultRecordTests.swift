import Hashing
import ModuleKit
import Testing

@testable import Workbench

@Suite struct ResultRecordTests {
  private let record = ResultRecord(
    key: RunKey(parts: ["use": "counts.timeline"]),
    outputs: ["result.json": Hash32(of: "a".utf8), "tables/leads.csv": Hash32(of: "b".utf8)], filtered: ["sheets": 3])

  @Test func isReadAsItIsWritten() throws {
    #expect(
      String(decoding: record.document.canonicalJSON, as: UTF8.self) == """
        {"filtered":{"sheets":3},"inputs":{"use":"counts.timeline"},\
        "key":"dfe2d9b3f5604e67dfe6741e3ef25334cec017c27e4ee94db27924b3b475197b",\
        "outputs":{"result.json":"ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",\
        "tables/leads.csv":"3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"}}
        """)
    #expect(ResultRecord(document: record.document) == record)
    let failed = ResultRecord(key: record.key, failure: ["no rows"])
    #expect(ResultRecord(document: failed.document) == failed)
  }

  /// A file whose digest cannot be read is not left unchecked: the whole record counts for none.
  @Test(arguments: ["", "00", "CA978112CA1BBDCAFAC231B39A23DC4DA786EFF8147C4E72B9807785AFEE48BB", 7, .null] as [Value])
  func withADigestThatIsNoneIsNone(_ wrong: Value) throws {
    var members = try #require(record.document.object)
    members["outputs"] = ["result.json": .string(Hash32(of: "a".utf8).hex), "tables/leads.csv": wrong]
    #expect(ResultRecord(document: .object(members)) == nil)
  }

  @Test func aKeyThatIsNotThatOfItsInputsIsNone() throws {
    var members = try #require(record.document.object)
    for wrong: Value in ["", "00", .string(Hash32(of: []).hex), .null] {
      members["key"] = wrong
      #expect(ResultRecord(document: .object(members)) == nil)
    }
  }

  /// The first eight bytes of the digest, the highest first: SHA-256 of `{}` begins with 44136fa355b3678a.
  @Test func theSeedFollowsFromTheKey() { #expect(RunKey(parts: [:]).seed == 0x4413_6fa3_55b3_678a) }
}
