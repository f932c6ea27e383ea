import Testing

@testable import Signatures

@Suite struct VerifyingKeyTests {
  /// RFC 8032, section 7.1, tests 1 to 3.
  static let published: [(key: String, message: String, signature: String)] = [
    (
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    ),
    (
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    ),
  ]

  @Test(arguments: published) func publishedSignaturesHold(key: String, message: String, signature: String) throws {
    let key = try #require(VerifyingKey(hex: key))
    let (message, signature) = (try #require(hexBytes(message)), try #require(hexBytes(signature)))
    #expect(key.isValid(signature, for: message))
    #expect(!key.isValid(signature, for: message + [0]))
    #expect(!key.isValid(Array(signature.dropLast()), for: message) && !key.isValid(signature + [0], for: message))
    for bit in 0..<512 {
      var changed = signature
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(!key.isValid(changed, for: message))
    }
  }

  /// S + L instead of S keeps the equation, and is refused: a signature has no second form.
  @Test func aSecondFormOfASignatureIsRefused() throws {
    let row = Self.published[0]
    let order = try #require(hexBytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"))
    var signature = try #require(hexBytes(row.signature))
    var carry = 0
    for place in 0..<32 {
      carry += Int(signature[32 + place]) + Int(order[place])
      signature[32 + place] = UInt8(carry & 0xFF)
      carry >>= 8
    }
    #expect(carry == 0 && VerifyingKey(hex: row.key)?.isValid(signature, for: []) == false)
  }

  /// 0, 1, p - 1 and two of order 8, with both signs; p, p + 1 and all ones, which write a number below p once more.
  @Test(arguments: [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  ]) func keysThatHoldForEverythingAreNone(digits: String) throws {
    #expect(VerifyingKey(hex: digits) == nil)
  }

  @Test func digitsAreWrittenOneWay() {
    let digits = Self.published[0].key
    #expect(VerifyingKey(hex: digits)?.hex == digits && VerifyingKey(hex: digits)?.description == digits)
    for wrong in [
      "", digits.uppercased(), digits + "00", String(digits.dropLast()), String(digits.dropLast(2)), " " + digits,
    ] {
      #expect(VerifyingKey(hex: wrong) == nil)
    }
    #expect(hexBytes("0g") == nil && hexBytes("000") == nil && hexBytes("")?.isEmpty == true)
    #expect(base64Text([0, 255]) == "AP8=" && base64Bytes("AP8=") == [0, 255])
    for wrong in ["AP8", "AP9=", "A P8=", "AP8=\n"] { #expect(base64Bytes(wrong) == nil) }
  }
}
