package eu.rempart.db.kept;

import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.RecordSealing;
import eu.rempart.db.sealed.SealedColumn;
import eu.rempart.db.sealed.Sealing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * One row of a kept table, of its history or of its archive, whichever the table is. Sealed columns
 * are opened when they are asked for. Not thread safe.
 */
public final class KeptRow {

  private final String kind;
  private final Record record;
  private final RecordSealing sealing;

  /** A row that has at least its id. */
  public KeptRow(KeptTable<?, ?, ?> table, Record record, Sealing sealing) {
    this.kind = table.name();
    this.record = record;
    this.sealing = sealing.of(table.name(), id(record));
  }

  private static UUID id(Record record) {
    return record.get("id", UUID.class);
  }

  /** Name of the live table. */
  public String kind() {
    return kind;
  }

  /** The record's id. */
  public UUID id() {
    return id(record);
  }

  /** The row as it was read. */
  public Record record() {
    return record;
  }

  /** The version that this row is. */
  public int version() {
    return record.get("version", Integer.class);
  }

  /** Since when the version was valid; only rows of a history know. */
  public Instant from() {
    return record.get("valid_from", OffsetDateTime.class).toInstant();
  }

  /** Null where the version is valid now. */
  public @Nullable Instant to() {
    OffsetDateTime to = record.get("valid_to", OffsetDateTime.class);
    return to == null ? null : to.toInstant();
  }

  /** A column in clear. */
  public @Nullable UUID uuid(String column) {
    return record.get(column, UUID.class);
  }

  /** A column in clear. */
  public @Nullable String text(String column) {
    return record.get(column, String.class);
  }

  /** A column in clear; null where the row has no such column, too. */
  public @Nullable Instant moment(String column) {
    return record.field(column) != null && record.get(column) instanceof OffsetDateTime moment
        ? moment.toInstant()
        : null;
  }

  /** A sealed column of this table. */
  public <T> Opened<T> open(SealedColumn<T> column) {
    return sealing.open(column, record.get(column.column(), byte[].class));
  }

  /** A sealed column as it lies in the database; null where it holds nothing. */
  public byte @Nullable [] ciphertext(String column) {
    return record.get(column, byte[].class);
  }

  /** What a column holds, in clear. */
  public Opened<?> value(KeptColumn column) {
    SealedColumn<?> sealed = column.sealed();
    return sealed == null ? new Opened.Clear<>(record.get(column.name())) : open(sealed);
  }

  /** Whether the column holds the same in both; ciphertext that differs is opened and compared. */
  public boolean same(KeptColumn column, KeptRow other) {
    if (column.sealed() == null) {
      return Objects.deepEquals(record.get(column.name()), other.record.get(column.name()));
    }
    byte[] mine = record.get(column.name(), byte[].class);
    byte[] theirs = other.record.get(column.name(), byte[].class);
    if (Arrays.equals(mine, theirs)) {
      return true;
    }
    return value(column) instanceof Opened.Clear<?> here
        && other.value(column) instanceof Opened.Clear<?> there
        && Objects.equals(here.value(), there.value());
  }

  /** Whether the column holds nothing. */
  public boolean isEmpty(KeptColumn column) {
    return record.get(column.name()) == null;
  }
}
