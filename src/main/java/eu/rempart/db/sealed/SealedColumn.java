package eu.rempart.db.sealed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A column that holds ciphertext. Table and column name are bound into every ciphertext, so that a
 * value moved elsewhere doesn't open; history and archive tables use the live table's name.
 *
 * @param table the live table, such as {@code contact}
 * @param column its column, such as {@code last_name}
 * @param type what it opens to
 * @param place table and column as ciphertexts are bound to them
 */
public record SealedColumn<T>(String table, String column, SealedType<T> type, Place place) {

  /** A column of a table. */
  public SealedColumn(String table, String column, SealedType<T> type) {
    this(table, column, type, new Place(table, column));
  }

  /** Table and column as bytes, made once: every list asks hundreds of times for them. */
  public static final class Place {

    private static final int ID = 16;

    private final byte[] names;

    private Place(String table, String column) {
      byte[] tableName = table.getBytes(StandardCharsets.UTF_8);
      byte[] columnName = column.getBytes(StandardCharsets.UTF_8);
      names =
          ByteBuffer.allocate(2 + tableName.length + columnName.length)
              .put((byte) tableName.length)
              .put(tableName)
              .put((byte) columnName.length)
              .put(columnName)
              .array();
    }

    /**
     * Table, column and record, each of known length: no two places give the same bytes.
     *
     * @param room bytes left free before them
     */
    public byte[] of(UUID record, int room) {
      byte[] all = new byte[room + names.length + ID];
      System.arraycopy(names, 0, all, room, names.length);
      ByteBuffer.wrap(all, room + names.length, ID)
          .putLong(record.getMostSignificantBits())
          .putLong(record.getLeastSignificantBits());
      return all;
    }
  }
}
