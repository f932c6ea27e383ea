import Hashing
import Testing

@Suite struct AuthenticationKeyTests {
  /// RFC 4231, sections 4.2, 4.3 and 4.7.
  @Test func codesAreThoseOfTheStandard() {
    let published: [(key: [UInt8], data: String, code: String)] = [
      (
        Array(repeating: 0x0b, count: 20), "Hi There",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), "what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        Array(repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ]
    for (key, data, code) in published {
      #expect(AuthenticationKey(key).code(of: Array(data.utf8)).hex == code)
    }
  }

  @Test func aCodeIsOfOneKeyAndOneText() {
    let (key, other) = (AuthenticationKey(), AuthenticationKey())
    let code = key.code(of: [1, 2])
    #expect(key.isValid(code, of: [1, 2]) && AuthenticationKey(key.bytes).isValid(code, of: [1, 2]))
    #expect(!key.isValid(code, of: [1, 3]) && !other.isValid(code, of: [1, 2]))
    #expect(key.bytes.count == 32 && key.bytes != other.bytes)
  }

  @Test func aKeyIsNeverPrinted() {
    let key = AuthenticationKey(Array("swordfish".utf8))
    var dumped = ""
    dump(key, to: &dumped)
    #expect("\(key)" == "a secret key" && String(reflecting: key) == "a secret key")
    #expect(dumped == "- a secret key\n")
  }
}
