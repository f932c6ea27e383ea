public import ArgumentParser
public import ModuleKit

extension Language: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
