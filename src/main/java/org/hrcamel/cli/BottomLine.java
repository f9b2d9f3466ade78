package org.hrcamel.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The last line of a terminal, which changes in place while everything else that goes to standard error is printed above it: log lines
 * come from many threads and would tear it up. Takes the place of {@link System#err} until it is closed. Thread safe.
 */
final class BottomLine extends OutputStream {

    private static final String ERASE = "\r\u001b[K";
    /** A terminal that was made narrower cuts the line off; a second one could not be taken back. */
    private static final String CUT = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintStream terminal;
    private String text = "";
    private boolean drawn;
    private boolean atLineStart = true;
    private boolean closed;

    BottomLine(PrintStream terminal) {
        this.terminal = terminal;
        String encoding = System.getProperty(
                "sun.stderr.encoding", Charset.defaultCharset().name());
        System.setErr(new PrintStream(this, true, Charset.forName(encoding)));
    }

    /** Replaces the line; an empty one leaves nothing. */
    synchronized void show(String line) {
        if (!closed) {
            text = line;
            draw();
            terminal.flush();
        }
    }

    private void draw() {
        if (text.isEmpty()) {
            erase();
        } else if (atLineStart) {
            terminal.print(CUT + "\r" + text + "\u001b[K" + WRAP);
            drawn = true;
        }
    }

    private void erase() {
        if (drawn) {
            terminal.print(ERASE);
            drawn = false;
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return;
        }
        erase();
        terminal.write(bytes, offset, length);
        atLineStart = bytes[offset + length - 1] == '\n';
        draw();
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void flush() {
        terminal.flush();
    }

    /** Takes the line away; what is printed later is printed as ever. */
    @Override
    public synchronized void close() {
        text = "";
        erase();
        terminal.flush();
        closed = true;
        System.setErr(terminal);
    }
}
