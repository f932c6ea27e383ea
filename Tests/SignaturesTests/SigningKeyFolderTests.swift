import Diagnostics
import Files
import Glibc
import Schema
import TestSupport
import Testing

@testable import Signatures

@Suite struct SigningKeyFolderTests {
  @Test func aKeyIsKeptForTheUserAlone() throws {
    try withScratch { root in
      let folder = SigningKeyFolder(path: root + "/keys")
      #expect(try folder.keys(.bundles).isEmpty)
      let key = try folder.makeKey(.bundles, mission: "one")
      _ = try folder.makeKey(.bundles, mission: "two")
      var status = stat()
      #expect(stat(folder.place(of: key), &status) == 0 && status.st_mode & 0o7777 == 0o600)
      #expect(folder.place(of: key) == "\(root)/keys/bundles/\(key.verifier.hex.prefix(16)).key")
      for path in [root + "/keys", root + "/keys/bundles"] {
        #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == 0o700)
      }
      #expect(try folder.keys(.bundles).count == 2)
      #expect(try folder.key(.bundles, mission: "one").verifier == key.verifier)
      let signature = try folder.key(.bundles, mission: "one", beginning: String(key.verifier.hex.prefix(5))).signature(
        of: [7])
      #expect(key.verifier.isValid(signature, for: [7]))
    }
  }

  @Test func whichKeyIsSaidOrAsked() throws {
    try withScratch { root in
      let folder = SigningKeyFolder(path: root)
      #expect(throws: KeyMessage.noKey(.bundles, mission: "m")) { try folder.key(.bundles, mission: "m") }
      let keys = try [folder.makeKey(.bundles, mission: "m"), folder.makeKey(.bundles, mission: "m")].map(\.verifier)
        .sorted()
      #expect(throws: KeyMessage.severalKeys(keys.map(\.hex))) { try folder.key(.bundles, mission: "m") }
      #expect(throws: KeyMessage.unknownKey("x", mission: "m")) {
        try folder.key(.bundles, mission: "m", beginning: "x")
      }
      #expect(throws: KeyMessage.noKey(.bundles, mission: "n")) { try folder.key(.bundles, mission: "n") }
      #expect(throws: KeyMessage.noKeyFolder) { try SigningKeyFolder(path: nil).makeKey(.bundles, mission: "m") }
      #expect(try SigningKeyFolder(path: nil).keys(.bundles).isEmpty)
    }
  }

  @Test func aKeyOfMinisignIsChosenAsItIsTold() throws {
    try withScratch { root in
      let folder = SigningKeyFolder(path: root)
      let keys = try [folder.makeKey(.minisign, mission: "m"), folder.makeKey(.minisign, mission: "m")]
      let told = keys.sorted { $0.verifier < $1.verifier }.map { MinisignKey($0.verifier).text }
      #expect(throws: KeyMessage.severalKeys(told)) { try folder.key(.minisign, mission: "m", beginning: "RW") }
      for key in keys {
        for text in [MinisignKey(key.verifier).text, key.verifier.hex] {
          #expect(try folder.key(.minisign, mission: "m", beginning: text).verifier == key.verifier)
        }
      }
    }
  }

  /// Another purpose, another name, a member too many, no JSON, too short a secret.
  @Test func aFileThatHoldsNoKeyIsTold() throws {
    let key = SigningKey(.bundles, mission: "m")
    let secret = key.document["secret"]?.string ?? ""
    let name = "\(key.verifier.hex.prefix(16)).key"
    let good = #"{"mission":"m","purpose":"bundles","secret":"\#(secret)"}"#
    for (name, text) in [
      (name, #"{"mission":"m","purpose":"feed","secret":"\#(secret)"}"#), ("0000000000000000.key", good), (name, "no"),
      (name, #"{"mission":"m","purpose":"bundles","secret":"00"}"#),
      (name, #"{"author":"a","mission":"m","purpose":"bundles","secret":"\#(secret)"}"#),
    ] {
      try withScratch { root in
        _ = try Folder.made(path: root + "/bundles", mode: 0o700)
        try AtomicFile.write(Array(text.utf8), to: "\(root)/bundles/\(name)")
        #expect(throws: KeyMessage.badKey(file: "\(root)/bundles/\(name)")) {
          try SigningKeyFolder(path: root).keys(.bundles)
        }
      }
    }
  }

  @Test func noByteOfAKeyIsPrinted() {
    let key = SigningKey(.bundles, mission: "m")
    let secret = key.document["secret"]?.string ?? ""
    #expect("\(key)" == "the secret key of \(key.verifier.hex)")
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!dumped.contains(secret.prefix(8)) && Mirror(reflecting: key).children.isEmpty)
  }

  static let texts: [(KeyMessage, String, String, String?)] = [
    (.badKey(file: "f"), "A001", "'f' holds no key for what its folder says", "restore the file, or put it elsewhere"),
    (
      .noKeyFolder, "A002", "no key can be kept: neither XDG_STATE_HOME nor HOME names a folder",
      "give XDG_STATE_HOME a folder of yours"
    ),
    (
      .noKey(.bundles, mission: "m"), "A003", "there is no key for bundles of 'm' on this machine",
      "'veedor key new --for bundles' in the mission's workspace makes one"
    ),
    (
      .severalKeys(["a", "b"]), "A004", "several keys on this machine can sign: a, b",
      "choose one with --key and the characters that it begins with"
    ),
    (
      .unknownKey("f0", mission: "m"), "A005", "no key for 'm' on this machine begins with 'f0'",
      "'veedor key list' names them"
    ),
  ]

  @Test(arguments: texts) func sentences(message: KeyMessage, code: String, text: String, hint: String?) {
    #expect(message.code == code && message.message == text && message.hint == hint)
    #expect(message.status == (["A001", "A002"].contains(code) ? .failed : .usage))
  }
}
