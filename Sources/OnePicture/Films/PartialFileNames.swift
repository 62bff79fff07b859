import Rendering

/// A name for a file that is not whole yet, which no other thread, process or machine uses.
package func newPartialFileName() -> String { PartialFile.newName() }

/// Whether a file of such a name is left over from a process that was killed.
package func isAbandonedPartialFile(_ name: String, in folder: String) -> Bool {
  PartialFile.isAbandoned(name, in: folder)
}
