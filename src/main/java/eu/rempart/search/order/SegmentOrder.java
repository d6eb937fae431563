package eu.rempart.search.order;

import eu.rempart.search.question.SearchSort;
import eu.rempart.search.word.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one segment in the order of a search. Descending reverses those with a value;
 * those without stay at the end. Belongs to one search on one thread.
 */
final class SegmentOrder {

  final LeafReader reader;
  final Column column;
  final Column primary;
  final boolean descending;
  private @Nullable NumericDocValues idHigh;
  private @Nullable NumericDocValues idLow;

  SegmentOrder(LeafReader reader, Columns columns, SearchSort sort) {
    this.reader = reader;
    this.column = columns.of(reader, sort.field());
    this.primary = columns.of(reader, columns.primary());
    this.descending = sort.descending();
  }

  /** Whether document numbers themselves are in this order. */
  boolean isIndexOrder() {
    return column == primary && !descending;
  }

  int size() {
    return column.size();
  }

  int documentAt(int position) {
    return column.documentAt(turned(position));
  }

  int positionOf(int doc) {
    return turned(column.positionOf(doc));
  }

  private int turned(int position) {
    return descending && position < column.present ? column.present - 1 - position : position;
  }

  Entry entry(int doc) {
    return Entry.of(this, doc);
  }

  BytesRef bytes(Column textual, int doc) {
    try {
      SortedDocValues values = DocValues.getSorted(reader, Names.sorted(textual.field));
      return values.advanceExact(doc)
          ? BytesRef.deepCopyOf(values.lookupOrd(values.ordValue()))
          : new BytesRef();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  UUID id(int doc) {
    try {
      if (idHigh == null || idLow == null || idHigh.docID() > doc || idLow.docID() > doc) {
        // they only go forward
        idHigh = DocValues.getNumeric(reader, Names.ID_HIGH);
        idLow = DocValues.getNumeric(reader, Names.ID_LOW);
      }
      return new UUID(number(idHigh, doc), number(idLow, doc));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long number(NumericDocValues values, int doc) throws IOException {
    if (!values.advanceExact(doc)) {
      throw new IllegalStateException("a document without an id");
    }
    return values.longValue();
  }

  /** The first position whose document comes after the cursor. */
  int positionAfter(Cursor cursor) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entry(documentAt(middle)).compareTo(cursor.last) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
