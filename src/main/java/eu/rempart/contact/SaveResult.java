package eu.rempart.contact;

import java.util.Set;

/** What came of saving a contact. */
public sealed interface SaveResult {

  /** It is saved. */
  record Saved(Contact contact) implements SaveResult {}

  /**
   * Somebody else saved it meanwhile; nothing was written.
   *
   * @param current as it stands now
   * @param theirs fields that they changed since the person opened it
   * @param both fields that both changed, to different values
   */
  record Stale(Contact current, Set<ContactField> theirs, Set<ContactField> both)
      implements SaveResult {

    public Stale {
      theirs = Set.copyOf(theirs);
      both = Set.copyOf(both);
    }
  }

  /** It is not there any more: somebody archived it meanwhile. */
  record Gone() implements SaveResult {}
}
