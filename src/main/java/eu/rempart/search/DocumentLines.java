package eu.rempart.search;

import eu.rempart.search.word.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The searched texts of the documents of one segment, folded, by field. One search's own. */
final class DocumentLines {

  private final @Nullable BinaryDocValues texts;
  private final @Nullable BinaryDocValues owners;

  DocumentLines(LeafReader reader) throws IOException {
    this.texts = reader.getBinaryDocValues(Names.TEXT);
    this.owners = reader.getBinaryDocValues(Names.LINES);
  }

  /**
   * The lines of a document; documents are asked for in ascending order.
   *
   * @param wanted says of a field's place in the schema whether its lines are
   */
  List<String> of(int doc, IntPredicate wanted) throws IOException {
    if (texts == null || owners == null || !texts.advanceExact(doc) || !owners.advanceExact(doc)) {
      return List.of();
    }
    BytesRef text = texts.binaryValue();
    BytesRef fields = owners.binaryValue();
    List<String> lines = new ArrayList<>();
    int line = 0;
    // the text begins with an end of line, and ends with one
    int from = text.offset + 1;
    for (int i = from; i < text.offset + text.length; i++) {
      if (text.bytes[i] == '\n') {
        if (wanted.test(fields.bytes[fields.offset + line] & 0xFF)) {
          lines.add(new BytesRef(text.bytes, from, i - from).utf8ToString());
        }
        line++;
        from = i + 1;
      }
    }
    return lines;
  }
}
