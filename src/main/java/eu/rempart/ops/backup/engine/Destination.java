package eu.rempart.ops.backup.engine;

import eu.rempart.common.CountryCode;
import java.util.UUID;

/**
 * A place that backups go to.
 *
 * @param place its number among all, from 1 on, which the repositories of pgBackRest go by; never
 *     given twice
 * @param hostKeys lines as {@code known_hosts} has them, without the host; empty for a folder here
 */
public record Destination(
    UUID id, int place, DestinationAddress address, CountryCode country, String hostKeys) {

  /** For which repository a passphrase is: by its number, since a disk may be mounted elsewhere. */
  String use(Technology technology) {
    return technology.key() + " " + place;
  }

  /** Where the repository of a technology lies at it. */
  String folder(Technology technology) {
    return address.folder() + "/" + technology.key();
  }
}
