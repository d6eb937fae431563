package eu.rempart.privacy;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door to what people agreed to. Nothing here goes: a word taken back is another version. */
@Service
public class ConsentService {

  static final int MAX_TEXT = 500;
  private static final String CONTACT = "contact";

  private final ConsentRepository repository;
  private final Writes writes;
  private final Rights rights;

  ConsentService(ConsentRepository repository, Writes writes, Rights rights) {
    this.repository = repository;
    this.writes = writes;
    this.rights = rights;
  }

  /** What a person said, the newest word first. */
  public List<Consent> of(ContactId contact) {
    rights.require(Right.READ_RECORDS);
    return repository.of(contact);
  }

  /**
   * Notes what a person said about a purpose.
   *
   * @throws InvalidFieldException if the purpose is missing, or a text longer than 500 letters
   */
  public UUID add(
      ContactId contact, String purpose, boolean given, LocalDate saidOn, @Nullable String source) {
    requireWrite(contact);
    String kept = purpose.strip();
    if (kept.isEmpty()) {
      throw new InvalidFieldException("consent.field.purpose", Problem.REQUIRED);
    }
    check("consent.field.purpose", kept);
    check("consent.field.source", source);
    UUID id = Ids.next();
    writes.run(
        Reason.EDIT,
        change -> repository.insert(id, contact, kept, given, saidOn, blankless(source)));
    return id;
  }

  /**
   * Notes that a person changed their mind; false where somebody else noted something meanwhile.
   *
   * @throws InvalidFieldException if the source is longer than 500 letters
   */
  public boolean change(Consent before, boolean given, LocalDate saidOn, @Nullable String source) {
    requireWrite(before.contact());
    check("consent.field.source", source);
    return writes.inTransaction(
        Reason.EDIT,
        change ->
            repository.update(before.id(), before.version(), given, saidOn, blankless(source)));
  }

  private void requireWrite(ContactId contact) {
    rights.require(Right.WRITE_RECORDS, CONTACT, List.of(contact.value()));
  }

  private static @Nullable String blankless(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static void check(String field, @Nullable String text) {
    if (text != null && text.length() > MAX_TEXT) {
      throw new InvalidFieldException(field, Problem.TOO_LONG);
    }
  }
}
