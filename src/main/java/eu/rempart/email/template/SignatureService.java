package eu.rempart.email.template;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.InvisibleMarks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to signatures: everybody's own, which nobody else reads or writes. */
@Service
public class SignatureService {

  public static final int MAX_LENGTH = 2_000;

  private final SignatureRepository repository;
  private final Rights rights;
  private final CurrentMember current;

  SignatureService(SignatureRepository repository, Rights rights, CurrentMember current) {
    this.repository = repository;
    this.rights = rights;
    this.current = current;
  }

  /** The member's own; empty where there is none. */
  @Transactional(readOnly = true)
  public String mine() {
    rights.require(Right.READ_RECORDS);
    return repository.of(current.id()).orElse("");
  }

  /**
   * Keeps the member's own; a blank one is none.
   *
   * @throws InvalidFieldException if it is too long
   */
  @Transactional
  public void save(String typed) {
    rights.require(Right.WRITE_RECORDS);
    String text = InvisibleMarks.strip(typed).strip();
    if (text.length() > MAX_LENGTH) {
      throw new InvalidFieldException("email.signature", Problem.TOO_LONG);
    }
    if (text.isEmpty()) {
      repository.delete(current.id());
    } else {
      repository.put(current.id(), text);
    }
  }

  /** Whether a text says nothing: it is blank, or no more than the member's signature. */
  @Transactional(readOnly = true)
  public boolean isAllOf(String text) {
    return text.isBlank() || text.strip().equals(Signed.with("", mine()).strip());
  }

  /** A text with the member's signature below it, as it was where there is none. */
  @Transactional(readOnly = true)
  public String signed(String text) {
    return Signed.with(text, mine());
  }
}
