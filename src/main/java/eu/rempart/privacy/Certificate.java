package eu.rempart.privacy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * That a person was erased. Holds no personal data.
 *
 * @param record the id that the person had, which stands in the ledger
 * @param by the administrator
 * @param rows how many rows went, by kind; {@code kind.versions} are former versions, {@code
 *     kind.edited} records that lost some of them, {@code kind.frozen} those that stay by law, and
 *     {@code kind.left} those that stay because the administrator said so
 * @param remembered whether it was written down for restored backups, too; if not, the next start
 *     makes up for it, but for former texts
 */
public record Certificate(
    UUID record, Instant at, UUID by, Map<String, Integer> rows, boolean remembered) {

  public Certificate {
    rows = Map.copyOf(rows);
  }
}
