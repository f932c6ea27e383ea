import Foundation
import Testing

/// What every message of the rooms and plugins keeps to.
@Suite struct MessageConformanceTests {
  private static let all = Result { try DeclaredMessage.all() }

  @Test func codesAreUnique() throws {
    let all = try Self.all.get()
    #expect(all.count > 350)
    for (code, messages) in Dictionary(grouping: all, by: \.code) where messages.count > 1 {
      Issue.record("\(code) stands in \(messages.map(\.path).sorted().joined(separator: " and "))")
    }
  }

  /// Each code stands in a test file, or in a transcript, together with words of its sentence.
  @Test func everyMessageIsTested() throws {
    var files: [String: [Data]] = [:]
    for file in try RepositoryFile.all(in: ["Tests"], [".swift", ".txt"]) {
      let bytes = Data(file.text.utf8)
      for code in Self.codes(in: file.text) { files[code, default: []].append(bytes) }
    }
    for message in try Self.all.get() {
      let long = message.wording.filter { $0.utf8.count >= 10 }
      let words = long.isEmpty ? message.wording.sorted { $0.utf8.count > $1.utf8.count }.prefix(1).map(\.self) : long
      let isTested = files[message.code, default: []].contains { bytes in
        words.isEmpty || words.contains { bytes.range(of: Data($0.utf8)) != nil }
      }
      #expect(isTested, "no test has \(message.code) with its sentence: \(message.wording.joined(separator: "…"))")
    }
  }

  /// The words of a text that have the form of a code.
  private static func codes(in text: String) -> Set<String> {
    let words = text.utf8.split {
      !(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0)
    }
    return Set(
      words.lazy.filter { $0.count == 4 && $0.first.map { $0 >= UInt8(ascii: "A") } == true }.map { String($0) ?? "" })
  }

  @Test func theLettersAreThoseOfTheReference() throws {
    let text = try Page.docs("formats.md").text
    let start = try #require(text.firstRange(of: "The letter names the room: ")).upperBound
    let list = text[start...].prefix { $0 != "." }
    let letters = list.split(separator: ",").map { String($0.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }) }
    #expect(letters.sorted() == Set(try Self.all.get().map { String($0.code.prefix(1)) }).sorted())
  }
}
