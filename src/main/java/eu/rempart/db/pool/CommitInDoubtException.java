package eu.rempart.db.pool;

import java.io.Serial;
import java.sql.SQLNonTransientConnectionException;

/**
 * A commit of which nobody knows whether it lasts: it stands on this server, and the wait for the
 * copy at the other site was broken off. Not a success, since the copy may lead next; not a failure
 * either, so that nothing tries it again by itself.
 */
public final class CommitInDoubtException extends SQLNonTransientConnectionException {

  @Serial private static final long serialVersionUID = 1;

  /** SQL:2016 table 38, class "connection exception": "transaction resolution unknown". */
  private static final String STATE = "08007";

  CommitInDoubtException(String said) {
    super("The commit was not confirmed by the copy: %s".formatted(said), STATE);
  }
}
