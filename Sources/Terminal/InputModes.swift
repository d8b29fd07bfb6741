import CNcurses
import Glibc

/// The modes of the terminal line beside those that the terminal library sets.
enum InputModes {
  /// Lets Ctrl-S, Ctrl-Q, Ctrl-V and Ctrl-O be keys like others, and tells the library, which brings the modes back after a pause.
  ///
  /// With flow control a person who presses Ctrl-S by mistake looks at a screen that is frozen. Ctrl-C, Ctrl-Z and Ctrl-\ stay what
  /// they are: they send signals.
  static func freeControlKeys() {
    var modes = termios()
    guard tcgetattr(STDOUT_FILENO, &modes) == 0 else { return }
    modes.c_iflag &= ~tcflag_t(IXON | IXOFF | IXANY)
    // Of the extensions none matters to a program that reads single keys, but two of them take keys away.
    modes.c_lflag &= ~tcflag_t(IEXTEN)
    guard tcsetattr(STDOUT_FILENO, TCSADRAIN, &modes) == 0 else { return }
    def_prog_mode()
  }
}
