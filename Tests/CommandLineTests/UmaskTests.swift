import Testing

/// What is written has the permissions that the user's umask leaves.
@Suite(.enabled(if: executable != nil, "VEEDOR_EXECUTABLE names no program; 'make test' builds it and sets it"))
struct UmaskTests {
  @Test(arguments: [("022", "644"), ("027", "640"), ("077", "600")])
  func isKept(umask: String, wanted: String) async throws {
    let shell = try Shell(executable: executable)
    let made = try await shell.run(
      "umask \(umask) && veedor init w && veedor run w && veedor draft w && veedor bundle create w")
    #expect(made.status == 0, "\(made.errors)")
    let others = try await shell.run(
      "find w -type f ! -perm \(wanted) ! -path w/.veedor/trusted_modules.json")
    #expect(others.output == "")
    let all = try await shell.run("find w -type f -name '*.json' | wc -l | tr -d ' '")
    #expect(all.output != "0\n")
  }
}
