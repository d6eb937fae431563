package eu.rempart.search;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The wait until searches see announced changes of one kind. */
public final class IndexWait implements Consumer<Duration> {

  static final IndexWait NOTHING = new IndexWait(null, 0);

  private final @Nullable Kind kind;
  private final long ticket;

  /**
   * @param ticket of the announcement; 0 where there is nothing to wait for
   */
  IndexWait(@Nullable Kind kind, long ticket) {
    this.kind = kind;
    this.ticket = ticket;
  }

  /** Waits until searches see the changes, or for this long. */
  @Override
  public void accept(Duration patience) {
    boolean unused = await(patience);
  }

  /**
   * As {@link #accept}.
   *
   * @return whether the wait is over: the changes are seen, or the index is closed
   */
  public boolean await(Duration patience) {
    return kind == null || ticket == 0 || kind.await(ticket, patience.toMillis());
  }

  /** The changed records of this kind that are still to be read, those of other changes too. */
  public int left() {
    return kind == null || ticket == 0 ? 0 : kind.waiting();
  }
}
