import ModuleKit
import TestSupport
import Testing
import Workbench
import Workspaces

extension ScratchWorkspace {
  /// The workbench over it, which has to be sound, with the built-in modules `modules`.
  func workbench(_ modules: [any Module], _ machineKey: MachineKey? = nil) throws -> Workbench {
    let reading = Workspace.read(path, modules: modules)
    let workspace = try #require(reading.workspace, "\(reading.diagnostics.map(\.message))")
    return Workbench(workspace, modules: modules, machineKey: machineKey ?? self.machineKey)
  }

  /// The key of whoever works on it.
  var machineKey: MachineKey { MachineKey(folder: "\(user.path)/veedor") }
}
