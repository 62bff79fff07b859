/// The version of the library and of the command `onepicture`.
public let version = "0.1.0"
