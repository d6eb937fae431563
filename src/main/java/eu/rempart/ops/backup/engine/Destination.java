package eu.rempart.ops.backup.engine;

import eu.rempart.common.CountryCode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place that backups go to.
 *
 * @param place its number among all, from 1 on, which the repositories of pgBackRest go by; never
 *     given twice
 * @param hostKeys lines as {@code known_hosts} has them, without the host; empty for a folder here
 * @param at the address that its name led to when it was judged, which programs are told in place
 *     of the name; null where nobody judged it, and they look the name up
 */
public record Destination(
    UUID id,
    int place,
    DestinationAddress address,
    CountryCode country,
    String hostKeys,
    @Nullable String at) {

  /** One that nobody judged. */
  public Destination(
      UUID id, int place, DestinationAddress address, CountryCode country, String hostKeys) {
    this(id, place, address, country, hostKeys, null);
  }

  /** The same, reached at an address that was judged. */
  public Destination reachedAt(String judged) {
    return new Destination(id, place, address, country, hostKeys, judged);
  }

  /** Of its host keys, as OpenSSH shows them: {@code ED25519 SHA256:…}. */
  public List<String> fingerprints() {
    return new HostKeys(hostKeys.lines().toList()).fingerprints();
  }

  /** What programs connect to. */
  String reached() {
    return at == null ? String.valueOf(address.host()) : at;
  }

  /** For which repository a passphrase is: by its number, since a disk may be mounted elsewhere. */
  String use(Technology technology) {
    return technology.key() + " " + place;
  }

  /** Where the repository of a technology lies at it. */
  String folder(Technology technology) {
    return address.folder() + "/" + technology.key();
  }
}
