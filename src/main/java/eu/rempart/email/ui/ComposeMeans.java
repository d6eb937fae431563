package eu.rempart.email.ui;

import eu.rempart.contact.ContactId;
import eu.rempart.email.Addressee;
import eu.rempart.email.Outgoing;
import eu.rempart.email.Queued;
import eu.rempart.email.template.EmailTemplate;
import eu.rempart.email.template.FieldValues;
import eu.rempart.email.template.OwnField;
import eu.rempart.history.RecordRef;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a form for e-mails works with.
 *
 * @param about the record that is written from
 * @param send keeps and sends
 * @param unsaid whether a text says nothing but who signs it
 * @param fields what fills templates
 * @param own the organisation's own fields that do
 * @param files what may go with it
 */
record ComposeMeans(
    RecordRef about,
    List<Addressee> addressees,
    List<EmailTemplate> templates,
    BiFunction<RecordRef, Outgoing, Queued> send,
    Predicate<String> unsaid,
    Fields fields,
    List<OwnField> own,
    AttachedFiles.Source files) {

  /** What the records around a mail fill into it. */
  interface Fields {
    FieldValues values(RecordRef about, @Nullable ContactId addressee);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "ComposeMeans[hidden]";
  }
}
