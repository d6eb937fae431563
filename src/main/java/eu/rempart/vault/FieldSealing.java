package eu.rempart.vault;

import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.RecordSealing;
import eu.rempart.db.sealed.SealedColumn;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.FieldCipher;
import eu.rempart.vault.crypto.KeyDestroyedException;
import eu.rempart.vault.crypto.Padding;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.event.Damage;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals and opens the columns of one record, for as long as its session is open. */
final class FieldSealing implements RecordSealing {

  private final VaultSession session;
  private final String table;
  private final UUID recordId;
  private final Damage damage;
  private @Nullable Secret key;

  FieldSealing(VaultSession session, String table, UUID recordId, Damage damage) {
    this.session = session;
    this.table = table;
    this.recordId = recordId;
    this.damage = damage;
  }

  @Override
  public <T> byte @Nullable [] seal(SealedColumn<T> column, @Nullable T value) {
    OrganisationKeys keys = session.keys();
    requireOfTable(column);
    if (value == null) {
      return null;
    }
    byte[] bound = column.place().of(recordId, FieldCipher.HEAD);
    byte[] padded = Padding.pad(column.type().encode(value));
    return keys.cipher().seal(key(keys), keys.vault().epoch(), bound, padded);
  }

  @Override
  public <T> Opened<T> open(SealedColumn<T> column, byte @Nullable [] sealed) {
    OrganisationKeys keys = session.keys();
    requireOfTable(column);
    if (sealed == null) {
      return Opened.empty();
    }
    byte[] bound = column.place().of(recordId, FieldCipher.HEAD);
    try {
      byte[] padded = keys.cipher().open(key(keys), keys.vault().epoch(), bound, sealed);
      return new Opened.Clear<>(column.type().decode(Padding.unpad(padded)));
    } catch (CryptoException | IllegalArgumentException e) {
      return new Opened.Unopenable<>(
          damage.field(new SecurityEvent.Place(table, recordId, column.column())));
    }
  }

  private Secret key(OrganisationKeys keys) {
    Secret derived = key;
    if (derived == null) {
      try {
        derived = keys.table(table).of(recordId);
      } catch (KeyDestroyedException e) {
        throw new VaultLockedException();
      }
      key = derived;
    }
    return derived;
  }

  private void requireOfTable(SealedColumn<?> column) {
    if (!column.table().equals(table)) {
      throw new IllegalArgumentException(
          "column %s of %s is not of table %s".formatted(column.column(), column.table(), table));
    }
  }
}
