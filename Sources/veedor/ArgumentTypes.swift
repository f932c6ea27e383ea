public import ArgumentParser
public import ModuleKit
public import Recount

extension Language: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
extension DrawRequest.Unit: ExpressibleByArgument {}
extension DrawRequest.Sampler: ExpressibleByArgument {}
