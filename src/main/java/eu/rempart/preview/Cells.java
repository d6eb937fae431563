package eu.rempart.preview;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** How much of a table is shown, and how it is told. */
final class Cells {

  static final int ROWS = 200;
  static final int COLUMNS = 40;

  private static final int CHARACTERS = 300;

  private Cells() {}

  static String shown(String cell) {
    return cell.length() <= CHARACTERS ? cell : cell.substring(0, CHARACTERS) + "…";
  }

  /** Answers with a table. */
  static void write(List<List<String>> rows, boolean cut, DataOutputStream out) throws IOException {
    out.writeByte(PreviewMain.ROWS);
    out.writeBoolean(cut);
    out.writeInt(rows.size());
    for (List<String> row : rows) {
      out.writeInt(row.size());
      for (String cell : row) {
        out.writeUTF(cell);
      }
    }
  }
}
