import FuzzDriver
import Hashing
import Schema
import Times

@testable import Bundles
@testable import Ledger
@testable import Signatures

@_cdecl("SignatureFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: reads the bytes as each file about signatures, and stops where one is not written again as it was read, or
/// where a signature is believed whose holder never made it.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let envelope = Envelope(json: bytes) {
    demand(Envelope(json: envelope.json) == envelope, "an envelope is not written again as it is")
    checkClaim(envelope.payload)
  }
  checkClaim(bytes)
  if let signature = MinisignSignature(text: bytes) {
    demand(
      MinisignSignature(text: signature.text) == signature, "a signature of minisign is not written again as it is")
  }
  if let statement = try? BundleStatement(parsing: bytes) {
    demand(statement.canonicalJSON == bytes, "a statement has two forms")
  }
  if let document = try? Value(json: bytes), let roster = try? Roster(document: document) {
    demand((try? Roster(document: roster.document)) == roster, "a roster is not written again as it is")
  }
  checkBelief(bytes)
  return 0
}

private func checkClaim(_ bytes: [UInt8]) {
  guard let claim = InTotoStatement(json: bytes) else { return }
  demand(InTotoStatement(json: claim.json) == claim, "a claim is not written again as it is")
}

/// The statement of the seeds, whose signer is the key of RFC 8032, section 7.1, test 1.
private let statement: BundleStatement = {
  var description = BundleDescription(mission: "m", edition: "e", title: [:])
  description.signers =
    VerifyingKey(hex: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a").map { [$0] } ?? []
  return BundleStatement(description: description, leaves: 0, size: 0, root: Hash32(of: []))
}()

/// The seeds hold one signature of each form, made on 2031-05-06: of these bytes nothing that is signed can be changed.
private func checkBelief(_ bytes: [UInt8]) {
  let path = BundleLayout.attestation(Hash32(of: bytes))
  for check in [SignatureCheck([(path, bytes)], of: statement), SignatureCheck([], minisig: bytes, of: statement)] {
    demand(check.signatures.count + check.problems.count + check.unread.count > 0, "nothing is said of a signature")
    for signature in check.signatures {
      demand(
        signature.key == statement.signers.first && signature.signedOn.iso == "2031-05-06" && signature.isNamed,
        "a signature is believed that nobody made")
    }
  }
}
