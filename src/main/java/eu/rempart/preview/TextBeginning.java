package eu.rempart.preview;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The beginning of a text. */
final class TextBeginning implements Taker {

  private static final int CHARACTERS = 100_000;

  private final StringBuilder text = new StringBuilder();
  private boolean cut;

  @Override
  public boolean take(CharSequence piece) {
    int room = CHARACTERS - text.length();
    text.append(piece, 0, Math.min(room, piece.length()));
    cut |= piece.length() > room;
    return !cut;
  }

  /** Answers with what was taken. */
  void write(DataOutputStream out) throws IOException {
    write(PlainFiles.printable(text.toString()), cut, out);
  }

  static void write(String text, boolean cut, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(PreviewMain.TEXT);
    out.writeBoolean(cut);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
