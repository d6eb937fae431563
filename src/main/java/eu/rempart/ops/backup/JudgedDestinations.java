package eu.rempart.ops.backup;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Has programs reach destinations at addresses that were judged: they would look names up once
 * more, and get an answer that nobody judged. For one thread.
 */
final class JudgedDestinations {

  /** Where a name leads that was never looked up with success: nowhere, for good (RFC 6761). */
  private static final String NOWHERE = "address-unknown.invalid";

  private final Outgoing outgoing;
  private final Map<UUID, String> last = new HashMap<>();

  JudgedDestinations(Outgoing outgoing) {
    this.outgoing = outgoing;
  }

  /**
   * The same, reached at an address of today. It stays the same while the name leads there among
   * others, and while nobody can be asked.
   *
   * @throws PlaceNotAllowedException if nothing may be sent to one of its addresses
   * @throws IOException if one of them is such that nothing is sent to it
   */
  Destination judged(Destination destination) throws IOException {
    DataPlace place = BackupPlaces.of(destination);
    if (destination.address().isHere()) {
      outgoing.look(place);
      return destination.reachedAt(place.host());
    }
    String former = last.get(destination.id());
    try {
      List<String> found = outgoing.find(place).stream().map(InetAddress::getHostAddress).toList();
      String now = former != null && found.contains(former) ? former : found.getFirst();
      last.put(destination.id(), now);
      return destination.reachedAt(now);
    } catch (UnknownHostException e) {
      return destination.reachedAt(former == null ? NOWHERE : former);
    }
  }

  /**
   * Goes on where something may be sent to a destination, at the address that programs were told.
   *
   * @param told as {@link #judged} answered a while ago
   * @throws PlaceNotAllowedException if nothing may
   * @throws BackupFailedException if its name has come to lead elsewhere since
   */
  void require(Destination told) throws IOException {
    if (!judged(told).equals(told)) {
      throw new BackupFailedException(
          Why.UNREACHABLE, told.address() + " is at another address than a moment ago");
    }
  }
}
