package eu.rempart.draft.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.shell.part.DraftNotice;
import eu.rempart.shell.part.RecordPanel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the member began to write about one kind of record and did not save.
 *
 * @param <R> a record as it stands
 * @param <D> what its form holds; a Java record
 */
public abstract class Unfinished<R, D> {

  private final String kind;
  private final Class<D> form;
  private final Sentences sentences;
  private final DraftService drafts;
  private final CurrentMember member;

  /** Keys of what is said: that a new record was begun, that changes to one were. */
  public record Sentences(String anew, String changes) {}

  /**
   * For one kind of record.
   *
   * @param kind name of its table
   */
  protected Unfinished(
      String kind, Class<D> form, Sentences sentences, DraftService drafts, CurrentMember member) {
    this.kind = kind;
    this.form = form;
    this.sentences = sentences;
    this.drafts = drafts;
    this.member = member;
  }

  /** What the form of a record begins with; null stands for the form of a new one. */
  protected abstract Begun<D> begin(@Nullable R of);

  /** The record with what stood in it, and the version it had, when the member began. */
  protected abstract R before(R now, Draft<D> draft);

  /** Whether the member may go on at all. */
  protected boolean mayGoOn() {
    return member.may(Right.WRITE_RECORDS, kind);
  }

  /** A place that is no record's page, such as the calendar, to begin a new record on. */
  public static UUID place(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** A new record's is found only where it was begun. */
  private DraftKey key(@Nullable R of, @Nullable UUID place) {
    return new DraftKey(kind, of == null ? place : begin(of).id());
  }

  /** What is left of a form; null stands for the form of a new record, begun on its own list. */
  public final Optional<Draft<D>> of(@Nullable R of) {
    return of(of, null);
  }

  /**
   * What is left of a form.
   *
   * @param of null for the form of a new record
   * @param place where the new record was begun: the record of the page, or {@link #place}; null
   *     for the list of its kind
   */
  public final Optional<Draft<D>> of(@Nullable R of, @Nullable UUID place) {
    return drafts.find(key(of, place), form);
  }

  /** The record as the member saw it on beginning, so that what others saved since is noticed. */
  public final @Nullable R asItWas(@Nullable R now, Optional<Draft<D>> draft) {
    return now == null || draft.isEmpty() ? now : before(now, draft.get());
  }

  /** Keeps what was typed; forgets it where that is what the form began with. */
  public final void keep(@Nullable R of, D typed, boolean changed) {
    keep(of, null, begin(of).data(), typed, changed);
  }

  /** As the other, begun at a place. */
  public final void keep(@Nullable R of, @Nullable UUID place, D typed, boolean changed) {
    keep(of, place, begin(of).data(), typed, changed);
  }

  /**
   * As the other, for a form that shows more than the record holds.
   *
   * @param before what the form began with
   */
  public final void keep(@Nullable R of, @Nullable UUID place, D before, D typed, boolean changed) {
    if (changed) {
      drafts.keep(key(of, place), begin(of).version(), before, typed);
    } else {
      drafts.drop(key(of, place));
    }
  }

  /** Forgets it: it is saved, or given up. */
  public final void drop(@Nullable R of) {
    drop(of, null);
  }

  /** As the other, begun at a place. */
  public final void drop(@Nullable R of, @Nullable UUID place) {
    drafts.drop(key(of, place));
  }

  /**
   * Says in the form itself that it goes on with what was left unfinished.
   *
   * @param anew opens the form without it, once it is given up
   */
  public final void tell(
      RecordPanel panel, @Nullable R of, Optional<Draft<D>> draft, Runnable anew) {
    String sentence = of == null ? sentences.anew() : sentences.changes();
    draft.ifPresent(
        left ->
            panel.addNotice(
                new DraftNotice(
                    t(sentence),
                    left.at(),
                    () -> {
                      panel.done();
                      anew.run();
                    })));
  }

  /** Tells of it on a page, for those who may go on with it. */
  public final Optional<DraftNotice> notice(@Nullable R of, Runnable goOn) {
    if (!mayGoOn()) {
      return Optional.empty();
    }
    String sentence = of == null ? sentences.anew() : sentences.changes();
    return of(of).map(draft -> new DraftNotice(t(sentence), draft.at(), goOn, () -> drop(of)));
  }
}
