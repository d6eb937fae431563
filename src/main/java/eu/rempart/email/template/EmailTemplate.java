package eu.rempart.email.template;

import java.util.UUID;

/**
 * A text that e-mails begin with.
 *
 * @param version the optimistic lock number
 * @param memberId whose it is
 * @param shared whether others use it too
 * @param name its short code where it does not open
 * @param body plain, with fields such as {@code {{contact.firstName}}}, as the subject may have
 */
public record EmailTemplate(
    TemplateId id,
    int version,
    UUID memberId,
    boolean shared,
    String name,
    String subject,
    String body) {

  @Override
  public String toString() {
    return "EmailTemplate[" + id + "]";
  }
}
