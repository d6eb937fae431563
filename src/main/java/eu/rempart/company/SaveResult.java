package eu.rempart.company;

import java.util.Set;

/** What came of saving a company. */
public sealed interface SaveResult {

  /** It is saved. */
  record Saved(Company company) implements SaveResult {}

  /**
   * Somebody else saved it meanwhile; nothing was written.
   *
   * @param current as it stands now
   * @param theirs fields that they changed since the person opened it
   * @param both fields that both changed, to different values
   */
  record Stale(Company current, Set<CompanyField> theirs, Set<CompanyField> both)
      implements SaveResult {

    public Stale {
      theirs = Set.copyOf(theirs);
      both = Set.copyOf(both);
    }
  }

  /** It is not there any more: somebody archived it meanwhile. */
  record Gone() implements SaveResult {}
}
