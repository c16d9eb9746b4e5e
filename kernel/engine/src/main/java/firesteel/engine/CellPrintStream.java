package firesteel.engine;

import firesteel.api.session.CellOutputs;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The {@code System.out} or {@code System.err} of cells: writes text to the outputs of the cell of
 * the printing thread, without encoding it to bytes; the text of other threads goes to the
 * process's own stream. A println is written as one chunk, so that lines of threads don't mix.
 */
final class CellPrintStream extends PrintStream {
  private final PrintStream process;
  private final BiConsumer<CellOutputs, String> sink;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer pending = ByteBuffer.allocate(8192);

  CellPrintStream(PrintStream process, BiConsumer<CellOutputs, String> sink) {
    super(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    this.process = process;
    this.sink = sink;
  }

  private void emit(String text) {
    if (text.isEmpty()) {
      return;
    }
    Optional<CellOutputs> outputs = CellConsole.outputs();
    if (outputs.isPresent()) {
      sink.accept(outputs.get(), text);
    } else {
      process.print(text);
    }
  }

  /** Decodes bytes; an incomplete character at their end is completed by the next bytes. */
  @Override
  public void write(byte[] bytes, int offset, int length) {
    String text;
    synchronized (decoder) {
      if (pending.remaining() < length) {
        pending = ByteBuffer.allocate(pending.position() + length).put(pending.flip());
      }
      pending.put(bytes, offset, length).flip();
      CharBuffer chars = CharBuffer.allocate(pending.remaining() + 1);
      decoder.decode(pending, chars, false);
      pending.compact();
      text = chars.flip().toString();
    }
    emit(text);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void writeBytes(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void flush() {
    process.flush();
  }

  @Override
  public void close() {
    flush(); // Other cells still print.
  }

  @Override
  public boolean checkError() {
    return false;
  }

  @Override
  public void print(boolean b) {
    emit(String.valueOf(b));
  }

  @Override
  public void print(char c) {
    emit(String.valueOf(c));
  }

  @Override
  public void print(int i) {
    emit(String.valueOf(i));
  }

  @Override
  public void print(long l) {
    emit(String.valueOf(l));
  }

  @Override
  public void print(float f) {
    emit(String.valueOf(f));
  }

  @Override
  public void print(double d) {
    emit(String.valueOf(d));
  }

  @Override
  public void print(char[] s) {
    emit(String.valueOf(s));
  }

  @Override
  public void print(String s) {
    emit(String.valueOf(s));
  }

  @Override
  public void print(Object o) {
    emit(String.valueOf(o));
  }

  @Override
  public void println() {
    emit("\n");
  }

  @Override
  public void println(boolean b) {
    emit(b + "\n");
  }

  @Override
  public void println(char c) {
    emit(c + "\n");
  }

  @Override
  public void println(int i) {
    emit(i + "\n");
  }

  @Override
  public void println(long l) {
    emit(l + "\n");
  }

  @Override
  public void println(float f) {
    emit(f + "\n");
  }

  @Override
  public void println(double d) {
    emit(d + "\n");
  }

  @Override
  public void println(char[] s) {
    emit(String.valueOf(s) + "\n");
  }

  @Override
  public void println(String s) {
    emit(s + "\n");
  }

  @Override
  public void println(Object o) {
    emit(o + "\n");
  }

  @Override
  public PrintStream append(CharSequence text, int start, int end) {
    print(String.valueOf(text).substring(start, end));
    return this;
  }

  @Override
  public PrintStream format(String format, Object... args) {
    emit(String.format(format, args));
    return this;
  }

  @Override
  public PrintStream format(java.util.Locale locale, String format, Object... args) {
    emit(String.format(locale, format, args));
    return this;
  }

  /** Returns the text of a plain PrintStream, so that the class of this stream isn't shown. */
  @Override
  public String toString() {
    return "PrintStream";
  }
}
