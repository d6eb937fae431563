package eu.rempart.db.sealed;

import org.jspecify.annotations.Nullable;

/** Seals and opens the columns of one record. */
public interface RecordSealing {

  /** Ciphertext for this record and column; null stays null. */
  <T> byte @Nullable [] seal(SealedColumn<T> column, @Nullable T value);

  /** Never throws for bad ciphertext: that is {@link Opened.Unopenable}, and a security event. */
  <T> Opened<T> open(SealedColumn<T> column, byte @Nullable [] sealed);
}
