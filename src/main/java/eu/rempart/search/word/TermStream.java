package eu.rempart.search.word;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * A list of terms handed to Lucene without a string or an object for each; reused from document to
 * document.
 */
public final class TermStream extends TokenStream {

  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final BytesRef current = new BytesRef();
  private byte[] bytes = new byte[1 << 10];
  private int[] ends = new int[1 << 7];
  private int count;
  private int next;

  /** Forgets the terms of the document before. */
  public void restart() {
    count = 0;
    next = 0;
  }

  /** Whether the document has no such term. */
  public boolean isEmpty() {
    return count == 0;
  }

  /**
   * Adds the term made of {@code before} (unless 0), the characters, and {@code after} (unless 0).
   */
  public void add(int before, CharSequence text, int from, int to, int after) {
    int end = count == 0 ? 0 : ends[count - 1];
    int most = end + 2 + UnicodeUtil.maxUTF8Length(to - from);
    if (most > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(most, bytes.length * 2));
    }
    if (before != 0) {
      bytes[end++] = (byte) before;
    }
    end = UnicodeUtil.UTF16toUTF8(text, from, to - from, bytes, end);
    if (after != 0) {
      bytes[end++] = (byte) after;
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = end;
  }

  @Override
  public boolean incrementToken() {
    if (next == count) {
      return false;
    }
    clearAttributes();
    current.bytes = bytes;
    current.offset = next == 0 ? 0 : ends[next - 1];
    current.length = ends[next] - current.offset;
    term.setBytesRef(current);
    next++;
    return true;
  }

  @Override
  public void reset() {
    next = 0;
  }
}
