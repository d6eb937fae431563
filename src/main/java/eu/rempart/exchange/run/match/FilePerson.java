package eu.rempart.exchange.run.match;

import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of whom rows of a file speak: which contact that is, once a row decided it. For one
 * file, on one thread.
 */
public final class FilePerson {

  private @Nullable ContactId contact;
  private boolean made;
  private boolean mistakable;
  private Set<CompanyId> employers = Set.of();

  /**
   * A row decided who it is.
   *
   * @param isNew whether this file makes the contact
   */
  public void is(ContactId found, boolean isNew) {
    contact = found;
    made = isNew;
  }

  /** The contact; empty where no row decided it, so that nothing is to be added to anybody. */
  public Optional<ContactId> contact() {
    return Optional.ofNullable(contact);
  }

  /** Whether this file makes the contact. */
  public boolean isNew() {
    return made;
  }

  /** The companies that rows so far gave them. */
  public Set<CompanyId> employers() {
    return employers;
  }

  /** A row says that they work at these. */
  public void worksAt(Collection<CompanyId> companies) {
    if (!employers.containsAll(companies)) {
      Set<CompanyId> all = new HashSet<>(employers);
      all.addAll(companies);
      employers = Set.copyOf(all);
    }
  }

  /** Another person of the file has the same name and address, and is told apart by a key only. */
  void hasTwin() {
    mistakable = true;
  }

  boolean isMistakable() {
    return mistakable;
  }
}
