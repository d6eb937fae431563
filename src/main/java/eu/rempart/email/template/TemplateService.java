package eu.rempart.email.template;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.InvisibleMarks;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.email.EmailContent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The door to templates. Whoever writes records keeps some of their own; shared ones are used by
 * all, and changed by whose they are and by those who may restore others' records.
 */
@Service
public class TemplateService {

  public static final int MAX_NAME = 80;

  private final TemplateRepository repository;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;

  TemplateService(
      TemplateRepository repository, Writes writes, Rights rights, CurrentMember current) {
    this.repository = repository;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
  }

  /** Those that the member uses, by name. */
  public List<EmailTemplate> all() {
    rights.require(Right.READ_RECORDS);
    return repository.of(current.id()).stream()
        .sorted(Comparator.comparing(EmailTemplate::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /** One that the member uses. */
  public Optional<EmailTemplate> find(TemplateId id) {
    rights.require(Right.READ_RECORDS);
    return repository.find(id).filter(found -> found.shared() || isMine(found));
  }

  /**
   * Keeps a new one of the member's.
   *
   * @throws InvalidFieldException if one of the texts can't be kept
   */
  public EmailTemplate create(String name, boolean shared, String subject, String body) {
    rights.require(Right.WRITE_RECORDS);
    EmailTemplate template =
        checked(
            new EmailTemplate(
                new TemplateId(Ids.next()), 1, current.id(), shared, name, subject, body));
    writes.run(Reason.EDIT, change -> repository.insert(template));
    return template;
  }

  /**
   * Gives a template these texts, and shares it or not; false where somebody else changed or
   * archived it meanwhile.
   *
   * @throws InvalidFieldException if one of the texts can't be kept
   * @throws eu.rempart.account.NotPermittedException if it is somebody else's
   */
  public boolean save(EmailTemplate template) {
    rights.require(Right.WRITE_RECORDS);
    EmailTemplate kept = checked(template);
    return reaches(template.id())
        && writes.inTransaction(Reason.EDIT, change -> repository.update(kept));
  }

  /**
   * Moves a template to the bin.
   *
   * @return the id of the change, by which it can be undone
   * @throws eu.rempart.account.NotPermittedException if it is somebody else's
   */
  public UUID archive(TemplateId id) {
    rights.require(Right.WRITE_RECORDS);
    boolean reached = reaches(id);
    return writes.inTransaction(
        Reason.ARCHIVE,
        change -> {
          if (reached) {
            repository.delete(id);
          }
          return change.id();
        });
  }

  /** Whether the member may change it. */
  public boolean mayChange(EmailTemplate template) {
    return current.may(Right.WRITE_RECORDS)
        && (isMine(template) || (template.shared() && current.may(Right.RESTORE_RECORDS)));
  }

  private boolean isMine(EmailTemplate template) {
    return template.memberId().equals(current.id());
  }

  /** Whether it is there for the member; a private one of somebody else's is there for nobody. */
  private boolean reaches(TemplateId id) {
    Optional<EmailTemplate> template = find(id);
    if (template.isPresent() && !isMine(template.get())) {
      rights.require(Right.RESTORE_RECORDS);
    }
    return template.isPresent();
  }

  private static EmailTemplate checked(EmailTemplate typed) {
    return new EmailTemplate(
        typed.id(),
        typed.version(),
        typed.memberId(),
        typed.shared(),
        text("email_template.field.name", typed.name(), MAX_NAME),
        text("email_template.field.subject", typed.subject(), EmailContent.MAX_SUBJECT),
        text("email_template.field.body", typed.body(), EmailContent.MAX_TEXT));
  }

  private static String text(String field, String typed, int most) {
    String text = InvisibleMarks.strip(typed).strip();
    if (text.isEmpty()) {
      throw new InvalidFieldException(field, Problem.REQUIRED);
    }
    if (text.length() > most) {
      throw new InvalidFieldException(field, Problem.TOO_LONG);
    }
    return text;
  }
}
