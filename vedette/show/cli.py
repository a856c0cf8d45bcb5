"""The command line: stdout is data, stderr is progress and errors.

Exit 0: done; 1: done, but some sources were refused or a check failed; 2: nothing done; 130: interrupted.
"""

import importlib
import os
import sys
from collections.abc import Sequence

from vedette.errors import Error
from vedette.show.parser import COMMANDS, make_parser

NOTHING_DONE = 2
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command that the words name; returns the exit status."""
    prepare_streams()
    arguments = make_parser().parse_args(argv)
    try:
        status: int = importlib.import_module(COMMANDS[arguments.command].module).run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        tell("interrupted; what was finished is kept, the same command goes on from there")
        return INTERRUPTED
    except Error as error:
        tell(str(error))
        return NOTHING_DONE
    except OSError as error:
        tell(f"{error.filename or arguments.command}: {error.strerror or error}")
        return NOTHING_DONE
    return status


def prepare_streams() -> None:
    """UTF-8 whatever the locale; a letter that cannot be written is escaped, never an end of the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(message: str) -> None:
    """One line on stderr, in the house form."""
    print(f"vedette: {' '.join(message.split())}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
