"""commands: one file a command, each with `run(arguments) -> int`."""
