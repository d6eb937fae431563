package eu.rempart.account.session;

import eu.rempart.db.AfterCommit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sign-ins of all servers. An end is written in the caller's transaction; with its commit the
 * sign-ins of this server end, and the other servers hear of it and end theirs (see {@link
 * SessionPulse}). Thread safe.
 */
public class AllSessions {

  static final String EVERYBODY = "everybody";
  static final String LOCKED_OUT = "member";

  private final Sessions here;
  private final SessionRepository repository;
  private final UUID server;

  AllSessions(Sessions here, SessionRepository repository, UUID server) {
    this.here = here;
    this.repository = repository;
    this.server = server;
  }

  /** The live sign-ins of a member, the one used last first. */
  public List<LiveSession> of(UUID memberId) {
    return merged(repository.alive(memberId));
  }

  /** All live sign-ins, the one used last first. */
  public List<LiveSession> all() {
    return merged(repository.alive(null));
  }

  /** What this server knows of its own is newer than what it wrote. */
  private List<LiveSession> merged(List<SessionRepository.Row> rows) {
    Map<UUID, LiveSession> own =
        here.all().stream().collect(Collectors.toMap(LiveSession::signIn, Function.identity()));
    return rows.stream()
        .flatMap(
            row ->
                row.server().equals(server)
                    ? Stream.ofNullable(own.get(row.session().signIn()))
                    : Stream.of(row.session()))
        .sorted(Sessions.USED_LAST_FIRST)
        .toList();
  }

  /** Ends one of a member's own; without effect if it is not theirs. */
  public void end(UUID memberId, UUID signIn, SessionEnd why) {
    repository.endOf(memberId, signIn, why);
    AfterCommit.run(() -> here.endOf(memberId, signIn, why));
  }

  /** Ends every sign-in of a member, except one. */
  public void endAllOf(UUID memberId, SessionEnd why, @Nullable UUID except) {
    repository.endAllOf(memberId, why, except);
    AfterCommit.run(() -> here.endAllOf(memberId, why, except));
  }

  /** Ends every sign-in of a member who lost the key, and on other servers their jobs. */
  public void lockOut(UUID memberId) {
    endAllOf(memberId, SessionEnd.ACCOUNT_CHANGED, null);
    repository.tell(LOCKED_OUT + " " + memberId + " " + server);
  }

  /** Ends every sign-in, and on other servers every job. */
  public void endAll(SessionEnd why) {
    repository.endAll(why);
    repository.tell(EVERYBODY + " " + why.name() + " " + server);
    AfterCommit.run(() -> here.endAll(why));
  }
}
