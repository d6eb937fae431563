package eu.rempart.account.security;

import eu.rempart.account.session.LiveSession;
import java.util.List;

/**
 * Who can open the organisation's data.
 *
 * @param members whose password opens its key
 * @param invitations codes that would open it until they are used or expire
 * @param jobs background jobs that hold it now
 * @param unlocked whether it is in this server's memory now
 * @param sessions sign-ins that hold it open now, on all servers, the one used last first
 */
public record KeyHolders(
    int members, int invitations, int jobs, boolean unlocked, List<LiveSession> sessions) {

  /** Copies. */
  public KeyHolders {
    sessions = List.copyOf(sessions);
  }
}
