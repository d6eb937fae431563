package eu.rempart.db.sealed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Marks instead of encrypting: a value opens only in the record and column it was made for. */
public final class TestSealing implements Sealing {

  @Override
  public RecordSealing of(String table, UUID recordId) {
    return new Marks(recordId + "/");
  }

  private record Marks(String prefix) implements RecordSealing {

    @Override
    public <T> byte @Nullable [] seal(SealedColumn<T> column, @Nullable T value) {
      if (value == null) {
        return null;
      }
      byte[] mark = mark(column);
      byte[] clear = column.type().encode(value);
      byte[] sealed = Arrays.copyOf(mark, mark.length + clear.length);
      System.arraycopy(clear, 0, sealed, mark.length, clear.length);
      return sealed;
    }

    @Override
    public <T> Opened<T> open(SealedColumn<T> column, byte @Nullable [] sealed) {
      if (sealed == null) {
        return Opened.empty();
      }
      byte[] mark = mark(column);
      if (sealed.length < mark.length
          || !Arrays.equals(mark, 0, mark.length, sealed, 0, mark.length)) {
        return new Opened.Unopenable<>("S-TEST");
      }
      return new Opened.Clear<>(
          column.type().decode(Arrays.copyOfRange(sealed, mark.length, sealed.length)));
    }

    private byte[] mark(SealedColumn<?> column) {
      return (prefix + column.table() + "." + column.column() + "|")
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
