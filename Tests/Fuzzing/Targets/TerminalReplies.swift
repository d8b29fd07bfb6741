/// Answers of terminals to questions that a program, or one before it, has asked: none of them is a key.
///
/// After the public documents of xterm (ctlseqs), VTE, kitty, foot, tmux, Windows Terminal and iTerm2.
public enum TerminalReplies {
  /// The replies.
  public static let all: [String] = [
    // Colours, the clipboard, the window's title.
    "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\", "\u{1B}]10;rgb:ffff/ffff/ffff\u{7}",
    "\u{1B}]4;1;rgba:cdcd/0/0/ffff\u{1B}\\",
    "\u{1B}]52;c;cXVpdA==\u{7}", "\u{1B}]lquit é中\u{1B}\\", "\u{1B}]Licon\u{1B}\\", "\u{1B}]99;i=1:p=?;\u{1B}\\",
    "\u{1B}]1337;ReportCellSize=18.0;8.0\u{1B}\\", "\u{1B}]21;foreground=rgb:ff/ff/ff\u{1B}\\",
    // DECRQSS, XTGETTCAP, XTVERSION, DECRPTUI, DECRQPSR, DECRQCRA.
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P0$r\u{1B}\\", "\u{1B}P1$r2 q\u{1B}\\", "\u{1B}P1+r544e=787465726d\u{1B}\\",
    "\u{1B}P0+r\u{1B}\\", "\u{1B}P>|XTerm(390)\u{1B}\\", "\u{1B}P>|tmux 3.4\u{1B}\\", "\u{1B}P!|00000000\u{1B}\\",
    "\u{1B}P1$u1;1;1;@;@;@;0;0;@;BB@@\u{1B}\\", "\u{1B}P2$u9/17/25\u{1B}\\", "\u{1B}P1!~0000\u{1B}\\",
    // kitty graphics; privacy messages and strings, which nothing sends.
    "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}_Gi=1,I=2;ENOENT:quit\u{1B}\\", "\u{1B}^quit\u{1B}\\", "\u{1B}Xquit\u{1B}\\",
    // Device attributes, status, modes, the cursor, windows, focus, flags, colour schemes, sizes in pixels.
    "\u{1B}[?62;22c", "\u{1B}[?1;2c", "\u{1B}[>41;390;0c", "\u{1B}[=0c", "\u{1B}[1;2c", "\u{1B}[0n", "\u{1B}[?0n",
    "\u{1B}[?10n",
    "\u{1B}[12;40R", "\u{1B}[1;1R", "\u{1B}[1;80R", "\u{1B}[24;5R", "\u{1B}[?12;40;1R", "\u{1B}[?2026;2$y",
    "\u{1B}[?2004;1$y",
    "\u{1B}[4;2$y", "\u{1B}[8;24;80t", "\u{1B}[4;600;800t", "\u{1B}[6;18;8t", "\u{1B}[1t", "\u{1B}[3;0;0t",
    "\u{1B}[48;24;80;600;800t",
    "\u{1B}[I", "\u{1B}[O", "\u{1B}[?1u", "\u{1B}[?31u", "\u{1B}[>4;2m", "\u{1B}[?997;1n", "\u{1B}[2;1;1;112;112;1;0x",
    "\u{1B}[?1;0;256S", "\u{1B}[?2;0;800;600S", "\u{1B}[?60;1;2;3c", "\u{1B}[1;2;3;4&w",
    "\u{1B}[?64;1;9;15;21;22;28;29c",
  ]
}
